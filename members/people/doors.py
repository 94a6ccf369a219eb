"""The admin views about people that members reach; each view asks again."""

#: About the own account only.
OWN_ACCOUNT = frozenset({"people:own", "people:me", "people:address", "people:data", "people:erase_me"})

#: About an own profile, named by `page_id`.
OWN_PROFILE = frozenset(
    {
        "people:page",
        "people:invite",
        "people:remove",
        "people:make_owner",
        "people:hand_over",
        "people:leave",
        "people:close",
    }
)
