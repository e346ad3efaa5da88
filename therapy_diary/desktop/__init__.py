"""What a window needs besides pages: theme, icons, printing, work in the background."""
