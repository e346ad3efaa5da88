"""The two halves of one page: what was agreed to try, and what keeps coming back."""
