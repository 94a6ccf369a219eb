"""What a member sees after signing in: the parts of the own screens that `members.viewsets` puts together."""
