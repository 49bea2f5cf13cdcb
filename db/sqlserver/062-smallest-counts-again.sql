-- What a line gives away is judged more strictly from here on. Until the installation, right after its scripts, has worked
-- it out anew for the lines there are, no audience with a threshold reads them.
DELETE FROM SmallestCount;
