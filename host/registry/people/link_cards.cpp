#include "pilah/registry/people/link_cards.hpp"

#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/qr_picture.hpp"

namespace pilah::registry {
namespace {

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

// Ten cards to an A4 page, cut along the lines.
constexpr const char* kStyle =
    "@page{size:A4;margin:10mm}body{font:11pt sans-serif;margin:0}"
    ".cards{display:grid;grid-template-columns:1fr 1fr}"
    ".card{border:1px dashed #888;padding:4mm;height:46mm;box-sizing:border-box;display:flex;"
    "gap:4mm;break-inside:avoid;overflow:hidden}"
    ".card svg{width:36mm;height:36mm;flex:none}.card p{margin:0 0 1.5mm}"
    ".address{font:7pt monospace;overflow-wrap:anywhere}";

}  // namespace

std::string link_cards(const std::vector<AccountRow>& rows, const std::string& host,
                       const catalogue::Sentences& sentences, catalogue::Language language) {
  const auto say = [&](const char* kind,
                       std::vector<std::pair<std::string, std::string>> arguments = {}) {
    return escaped(sentences.say({kind, std::move(arguments), ""}, language));
  };
  const bool indonesian = language == catalogue::Language::kIndonesian;
  std::string page = "<!DOCTYPE html>\n<html lang=\"" + std::string(indonesian ? "id" : "en") +
                     "\"><head><meta charset=\"utf-8\"><title>" + say("people.cards_title") +
                     "</title><style>" + kStyle + "</style></head><body>\n<div class=\"cards\">\n";
  for (const auto& row : rows) {
    if (!row.link || !row.account) continue;
    const std::string address = host + link_path(row.link->secret);
    page += "<div class=\"card\">" + qr_svg(address) + "<div><p><b>" + escaped(row.account->name) +
            "</b></p><p>" + escaped(row.organisation) + "</p><p>" +
            say("people.card_login", {{"login", row.account->login}}) + "</p><p>" +
            say("people.card_expires", {{"date", instant_text(row.link->expires).substr(0, 10)}}) +
            "</p><p class=\"address\">" + escaped(address) + "</p></div></div>\n";
  }
  return page + "</div>\n</body></html>\n";
}

}  // namespace pilah::registry
