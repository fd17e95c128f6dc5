"""Files as people and programs save them: texts, tables, spreadsheets, zips. The other rooms here read with it."""
