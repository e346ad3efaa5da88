"""The room of what is to be brought: writing it down, in what order, what came of it, and what stays covered."""
