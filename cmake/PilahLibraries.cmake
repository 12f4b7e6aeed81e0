# The system's libraries, under one name each, whatever Debian calls them.
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(curl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(archive REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(elf REQUIRED IMPORTED_TARGET libelf)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# Neither ships a package description on Debian.
find_library(PILAH_STEMMER stemmer REQUIRED)
find_library(PILAH_CSV NAMES libcsv.a csv REQUIRED)

# Plugins take theirs with them: in their sandbox no file can be opened, a library neither.
find_library(PILAH_EXPAT NAMES libexpat.a expat REQUIRED)
find_library(PILAH_MINIZIP NAMES libminizip.a minizip REQUIRED)
find_library(PILAH_ZLIB NAMES libz.a z REQUIRED)
