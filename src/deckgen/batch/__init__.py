"""Many decks: which ones a project wants, which are out of date, and how they are built in several processes."""
