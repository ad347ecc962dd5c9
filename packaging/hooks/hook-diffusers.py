# Its lazy modules look for their own source files.
module_collection_mode = "pyz+py"
