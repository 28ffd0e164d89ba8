"""Links between plans: which are likely, who said what of them, how that is kept and exchanged."""
