"""More than one therapy in a diary: which is on the screen, the list of them, and what is carried from one to the next."""
