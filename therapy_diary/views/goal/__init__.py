"""One goal on the page of goals: its card, the room for other words, and how its parts are named."""
