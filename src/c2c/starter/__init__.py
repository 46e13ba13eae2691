"""What a new workspace begins with: real files under files/, by part and by language, and what fills them."""
