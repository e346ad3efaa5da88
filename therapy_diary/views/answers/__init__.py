"""What the pages of questions are made of: a statement with its answers, earlier answers, and bringing one along."""
