#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_plugins(RouteTable& table) {
  const auto add = [&table](const char* method, const std::string& place, Operation operation) {
    operation.group = "plugins";
    operation.access = Access::kSigned;
    table.describe(method, "/api/v1" + place, std::move(operation));
  };
  add("GET", "/plugins", {.id = "listPlugins", .group = {}, .answers = {gives("PluginList")}});
  add("POST", "/plugins",
      {.id = "installPlugin",
       .group = {},
       .query = {{"file_name", schema::text("cepat-1.0.0.pilah")}},
       .answers = {gives("Plugin")},
       .takes_file = true});
  add("DELETE", "/plugins/{plugin}/versions/{version}",
      {.id = "removePlugin", .group = {}, .answers = {gives_nothing()}});
  add("POST", "/plugins/{plugin}/versions/{version}/check",
      {.id = "checkPlugin", .group = {}, .answers = {gives("PluginCheck")}});
  add("GET", "/plugin-keys",
      {.id = "listPluginKeys", .group = {}, .answers = {gives("PluginKeyList")}});
  add("PUT", "/plugin-keys/{key}",
      {.id = "trustPluginKey",
       .group = {},
       .takes = "PluginKeyName",
       .answers = {gives_nothing()}});
  add("DELETE", "/plugin-keys/{key}",
      {.id = "revokePluginKey", .group = {}, .answers = {gives_nothing()}});
  const std::string all = "/regions/{code}/plugins";
  add("GET", all, {.id = "listRegionPlugins", .group = {}, .answers = {gives("RegionPluginList")}});
  add("GET", all + "/{plugin}",
      {.id = "getRegionPlugin", .group = {}, .answers = {gives("RegionPlugin")}});
  add("PUT", all + "/{plugin}",
      {.id = "enablePlugin",
       .group = {},
       .takes = "PluginEnabled",
       .answers = {gives("RegionPlugin")}});
}

}  // namespace pilah::http
