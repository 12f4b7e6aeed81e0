// What cpp-httplib and SQLite do with the same innovations when nothing else is asked of
// them: no accounts, no rights, no history, no index but SQLite's. The measure beside
// which a host's figures are told, since those of a machine change from hour to hour.
//
//   bare_server INNOVATIONS FILE     makes FILE when it is not there; prints its port
//
//   /list /one/NUMBER /filter?owner=N&area=KEY /search?q=WORD, POST /create; every answer
//   has an ETag, which If-None-Match turns into a 304 before anything is read
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <string>

#include <boost/json.hpp>
#include <httplib.h>
#include <sqlite3.h>

#include "made_innovations.hpp"
#include "pilah/catalogue/json.hpp"
#include "support/registry_data.hpp"
#include "varied_innovations.hpp"

namespace {

using namespace pilah;

constexpr const char* kSchema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE innovation (id INTEGER PRIMARY KEY, name TEXT, owner TEXT, area TEXT,"
    "                         document TEXT) STRICT;"
    "CREATE INDEX by_name ON innovation (name);"
    "CREATE INDEX by_owner ON innovation (owner, area, name);"
    "CREATE VIRTUAL TABLE words USING fts5 (text, content = '');";

class Connection {
 public:
  explicit Connection(const std::string& file) {
    if (sqlite3_open(file.c_str(), &connection_) != SQLITE_OK) throw std::runtime_error(file);
    run("PRAGMA synchronous = FULL");
  }
  ~Connection() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(connection_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(connection_));
    }
  }
  /// The first column of all rows, as the members of an array.
  std::string rows(const char* sql, const std::vector<std::string>& values) {
    sqlite3_stmt*& statement = statements_[sql];
    if (!statement) sqlite3_prepare_v2(connection_, sql, -1, &statement, nullptr);
    for (std::size_t i = 0; i < values.size(); ++i) {
      sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].data(),
                        static_cast<int>(values[i].size()), SQLITE_STATIC);
    }
    std::string text;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      text.append(text.empty() ? "" : ",");
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      text.append(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_reset(statement);
    return text;
  }

 private:
  sqlite3* connection_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

void put(Connection& connection, const catalogue::Innovation& made) {
  const std::string document = boost::json::serialize(catalogue::to_json(made));
  connection.rows("INSERT INTO innovation (name, owner, area, document) VALUES (?, ?, ?, ?)",
                  {made.name, made.owner->text(), made.mappings.front().area, document});
  connection.rows("INSERT INTO words (rowid, text) VALUES (last_insert_rowid(), ?)",
                  {made.name + ' ' + made.summary + ' ' + made.benefit});
}

void fill(const std::string& file, std::uint64_t innovations) {
  const auto taxonomy = catalogue::Taxonomy::read(tests::registry_data("taxonomy.json"));
  Connection connection(file);
  connection.run(kSchema);
  connection.run("BEGIN");
  for (std::uint64_t i = 0; i < innovations; ++i) {
    put(connection, bench::varied_innovation(i, taxonomy));
  }
  connection.run("COMMIT");
}

Connection& of_this_thread(const std::string& file) {
  static thread_local Connection connection(file);
  return connection;
}

void answer(httplib::Response& response, const std::string& rows) {
  response.set_content("{\"innovations\":[" + rows + "]}", "application/json");
  response.set_header("ETag", "\"1\"");
}

void add_routes(httplib::Server& server, const std::string& file) {
  const auto get = [&](const char* pattern, auto rows_of) {
    server.Get(pattern,
               [&file, rows_of](const httplib::Request& request, httplib::Response& response) {
                 if (request.get_header_value("If-None-Match") == "\"1\"") {
                   response.status = 304;
                   response.set_header("ETag", "\"1\"");
                   return;
                 }
                 answer(response, rows_of(of_this_thread(file), request));
               });
  };
  get("/list", [](Connection& connection, const httplib::Request&) {
    return connection.rows("SELECT document FROM innovation ORDER BY name LIMIT 50", {});
  });
  get(R"(/one/(\d+))", [](Connection& connection, const httplib::Request& request) {
    return connection.rows("SELECT document FROM innovation WHERE id = ?", {request.matches[1]});
  });
  get("/filter", [](Connection& connection, const httplib::Request& request) {
    return connection.rows(
        "SELECT document FROM innovation WHERE owner = ? AND area = ? ORDER BY name LIMIT 20",
        {request.get_param_value("owner"), request.get_param_value("area")});
  });
  get("/search", [](Connection& connection, const httplib::Request& request) {
    return connection.rows(
        "SELECT document FROM innovation WHERE id IN (SELECT rowid FROM words "
        "WHERE words MATCH ? ORDER BY rank LIMIT 20)",
        {request.get_param_value("q")});
  });
  server.Post("/create", [&file](const httplib::Request& request, httplib::Response& response) {
    static std::mutex one_at_a_time;
    auto made = bench::innovation(request.body.size());
    const auto sent = catalogue::parse_json(request.body).as_object();
    made.name = sent.at("name").as_string();
    made.summary = sent.at("summary").as_string();
    const std::lock_guard lock(one_at_a_time);
    Connection& connection = of_this_thread(file);
    connection.run("BEGIN IMMEDIATE");
    put(connection, made);
    connection.run("COMMIT");
    response.status = 201;
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bare_server INNOVATIONS FILE\n");
    return 2;
  }
  const std::string file = argv[2];
  if (!std::filesystem::exists(file)) fill(file, std::stoull(argv[1]));
  httplib::Server server;
  // The library gives each connection a thread.
  server.new_task_queue = [] { return new httplib::ThreadPool(72); };
  server.set_keep_alive_max_count(1'000'000'000);
  server.set_tcp_nodelay(true);
  add_routes(server, file);
  const int port = server.bind_to_any_port("127.0.0.1");
  std::printf("%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}
