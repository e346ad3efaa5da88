"""The pages for paper: the worksheet of an ending and the page before a session, as HTML."""
