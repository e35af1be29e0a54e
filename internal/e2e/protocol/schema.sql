-- The tables whose triggers package gen and its like are for.

-- pgtrigger: protect no_delete delete
-- pgtrigger: protect no_update update when (changed(title))
-- pgtrigger: protect no_truncate truncate not ignorable
-- pgtrigger: protect admin_only update when (changed(rank)) ignorable by pg_monitor
-- pgtrigger: protect owned after insert or update deferrable initially deferred when (NEW.owner IS NULL)
CREATE TABLE posts (
  id     bigint PRIMARY KEY,
  title  text NOT NULL DEFAULT '',
  slug   text NOT NULL DEFAULT 'x',   -- pgtrigger: readonly slug_fixed
  owner  text DEFAULT 'me',
  status text NOT NULL DEFAULT 'draft',
         -- pgtrigger: fsm status_flow draft -> published, published -> archived initial draft
  rank   int                          -- pgtrigger: fsm rank_flow null -> 0, 0 -> 1
);

-- pgtrigger: protect no_delete delete
CREATE TABLE notes (id bigint PRIMARY KEY);

CREATE SCHEMA "Odd Schema";
-- pgtrigger: protect "no delete" delete
-- pgtrigger: protect "Late" after insert deferrable when (NEW.id < 0)
CREATE TABLE "Odd Schema"."we""ird 100%" (id bigint PRIMARY KEY);

-- pgtrigger: protect kept after insert deferrable when (NEW.n < 0) not ignorable
-- pgtrigger: protect guard_00 update when (NEW.n = 0)
-- pgtrigger: protect guard_01 update when (NEW.n = 1)
-- pgtrigger: protect guard_02 update when (NEW.n = 2)
-- pgtrigger: protect guard_03 update when (NEW.n = 3)
-- pgtrigger: protect guard_04 update when (NEW.n = 4)
-- pgtrigger: protect guard_05 update when (NEW.n = 5)
-- pgtrigger: protect guard_06 update when (NEW.n = 6)
-- pgtrigger: protect guard_07 update when (NEW.n = 7)
-- pgtrigger: protect guard_08 update when (NEW.n = 8)
-- pgtrigger: protect guard_09 update when (NEW.n = 9)
-- pgtrigger: protect guard_10 update when (NEW.n = 10)
-- pgtrigger: protect guard_11 update when (NEW.n = 11)
-- pgtrigger: protect guard_12 update when (NEW.n = 12)
-- pgtrigger: protect guard_13 update when (NEW.n = 13)
-- pgtrigger: protect guard_14 update when (NEW.n = 14)
-- pgtrigger: protect guard_15 update when (NEW.n = 15)
-- pgtrigger: protect guard_16 update when (NEW.n = 16)
-- pgtrigger: protect guard_17 update when (NEW.n = 17)
-- pgtrigger: protect guard_18 update when (NEW.n = 18)
-- pgtrigger: protect guard_19 update when (NEW.n = 19)
-- pgtrigger: protect guard_20 update when (NEW.n = 20)
-- pgtrigger: protect guard_21 update when (NEW.n = 21)
-- pgtrigger: protect guard_22 update when (NEW.n = 22)
-- pgtrigger: protect guard_23 update when (NEW.n = 23)
-- pgtrigger: protect guard_24 update when (NEW.n = 24)
-- pgtrigger: protect guard_25 update when (NEW.n = 25)
-- pgtrigger: protect guard_26 update when (NEW.n = 26)
-- pgtrigger: protect guard_27 update when (NEW.n = 27)
-- pgtrigger: protect guard_28 update when (NEW.n = 28)
-- pgtrigger: protect guard_29 update when (NEW.n = 29)
-- pgtrigger: protect guard_30 update when (NEW.n = 30)
-- pgtrigger: protect guard_31 update when (NEW.n = 31)
-- pgtrigger: protect guard_32 update when (NEW.n = 32)
-- pgtrigger: protect guard_33 update when (NEW.n = 33)
-- pgtrigger: protect guard_34 update when (NEW.n = 34)
-- pgtrigger: protect guard_35 update when (NEW.n = 35)
-- pgtrigger: protect guard_36 update when (NEW.n = 36)
-- pgtrigger: protect guard_37 update when (NEW.n = 37)
-- pgtrigger: protect guard_38 update when (NEW.n = 38)
-- pgtrigger: protect guard_39 update when (NEW.n = 39)
-- pgtrigger: protect guard_40 update when (NEW.n = 40)
-- pgtrigger: protect guard_41 update when (NEW.n = 41)
-- pgtrigger: protect guard_42 update when (NEW.n = 42)
-- pgtrigger: protect guard_43 update when (NEW.n = 43)
-- pgtrigger: protect guard_44 update when (NEW.n = 44)
-- pgtrigger: protect guard_45 update when (NEW.n = 45)
-- pgtrigger: protect guard_46 update when (NEW.n = 46)
-- pgtrigger: protect guard_47 update when (NEW.n = 47)
-- pgtrigger: protect guard_48 update when (NEW.n = 48)
-- pgtrigger: protect guard_49 update when (NEW.n = 49)
-- pgtrigger: protect guard_50 update when (NEW.n = 50)
-- pgtrigger: protect guard_51 update when (NEW.n = 51)
-- pgtrigger: protect guard_52 update when (NEW.n = 52)
-- pgtrigger: protect guard_53 update when (NEW.n = 53)
-- pgtrigger: protect guard_54 update when (NEW.n = 54)
-- pgtrigger: protect guard_55 update when (NEW.n = 55)
-- pgtrigger: protect guard_56 update when (NEW.n = 56)
-- pgtrigger: protect guard_57 update when (NEW.n = 57)
-- pgtrigger: protect guard_58 update when (NEW.n = 58)
-- pgtrigger: protect guard_59 update when (NEW.n = 59)
-- pgtrigger: protect guard_60 update when (NEW.n = 60)
-- pgtrigger: protect guard_61 update when (NEW.n = 61)
-- pgtrigger: protect guard_62 update when (NEW.n = 62)
-- pgtrigger: protect guard_63 update when (NEW.n = 63)
-- pgtrigger: protect guard_64 update when (NEW.n = 64)
-- pgtrigger: protect guard_65 update when (NEW.n = 65)
-- pgtrigger: protect guard_66 update when (NEW.n = 66)
-- pgtrigger: protect guard_67 update when (NEW.n = 67)
-- pgtrigger: protect guard_68 update when (NEW.n = 68)
-- pgtrigger: protect guard_69 update when (NEW.n = 69)
-- pgtrigger: protect guard_70 update when (NEW.n = 70)
-- pgtrigger: protect guard_71 update when (NEW.n = 71)
-- pgtrigger: protect guard_72 update when (NEW.n = 72)
-- pgtrigger: protect guard_73 update when (NEW.n = 73)
-- pgtrigger: protect guard_74 update when (NEW.n = 74)
-- pgtrigger: protect guard_75 update when (NEW.n = 75)
-- pgtrigger: protect guard_76 update when (NEW.n = 76)
-- pgtrigger: protect guard_77 update when (NEW.n = 77)
-- pgtrigger: protect guard_78 update when (NEW.n = 78)
-- pgtrigger: protect guard_79 update when (NEW.n = 79)
-- pgtrigger: protect guard_80 update when (NEW.n = 80)
-- pgtrigger: protect guard_81 update when (NEW.n = 81)
-- pgtrigger: protect guard_82 update when (NEW.n = 82)
-- pgtrigger: protect guard_83 update when (NEW.n = 83)
-- pgtrigger: protect guard_84 update when (NEW.n = 84)
-- pgtrigger: protect guard_85 update when (NEW.n = 85)
-- pgtrigger: protect guard_86 update when (NEW.n = 86)
-- pgtrigger: protect guard_87 update when (NEW.n = 87)
-- pgtrigger: protect guard_88 update when (NEW.n = 88)
-- pgtrigger: protect guard_89 update when (NEW.n = 89)
-- pgtrigger: protect guard_90 update when (NEW.n = 90)
-- pgtrigger: protect guard_91 update when (NEW.n = 91)
-- pgtrigger: protect guard_92 update when (NEW.n = 92)
-- pgtrigger: protect guard_93 update when (NEW.n = 93)
-- pgtrigger: protect guard_94 update when (NEW.n = 94)
-- pgtrigger: protect guard_95 update when (NEW.n = 95)
-- pgtrigger: protect guard_96 update when (NEW.n = 96)
-- pgtrigger: protect guard_97 update when (NEW.n = 97)
-- pgtrigger: protect guard_98 update when (NEW.n = 98)
-- pgtrigger: protect guard_99 update when (NEW.n = 99)
CREATE TABLE many (id bigint PRIMARY KEY, n int NOT NULL);

INSERT INTO posts (id) SELECT generate_series(1, 100);
INSERT INTO notes SELECT generate_series(1, 100);
INSERT INTO "Odd Schema"."we""ird 100%" SELECT generate_series(1, 100);
INSERT INTO many SELECT g, 1000 FROM generate_series(1, 100) AS g;
