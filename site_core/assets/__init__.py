"""Static files that are made from others: fonts cut down to our letters, one sheet from all sheets."""
