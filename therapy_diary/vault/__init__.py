"""One diary folder: where its parts lie, and how it is begun and opened."""
