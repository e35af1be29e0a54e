-- Rules for tables of the other files: ON says which.

-- pgtrigger: protect no_truncate truncate on cms.posts
--   message 'nobody empties the magazine'
-- pgtrigger: protect profile_named insert or update of public_name on cms.profiles
--   when (btrim(NEW.public_name) = '')
--   errcode '23502' hint 'a pseudonym will do'

-- Switched on by hand while the shelves are counted.
-- pgtrigger: protect stocktaking insert on shop.orders
--   message 'the shop is closed for stocktaking' disable

-- What the shop's people looked at in the change log is what happened.
-- pgtrigger: protect log_append_only update or delete or truncate on shop.change_log for each statement
--   message 'the change log is only added to' ignorable by shop_admin
