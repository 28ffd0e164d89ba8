"""Links between plans: who said what of them, and how that is kept, exchanged and put together."""
