# Writes the plugin.json of a built plugin: the author's, with library and sha256.
file(READ "${manifest}" json)
file(SHA256 "${library}" digest)
get_filename_component(name "${library}" NAME)
string(JSON json SET "${json}" library "\"${name}\"")
string(JSON json SET "${json}" sha256 "\"${digest}\"")
file(WRITE "${output}" "${json}\n")
