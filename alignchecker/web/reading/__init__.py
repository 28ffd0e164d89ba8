"""読み取りの確認: plans as they were read, and their corrections."""
