#include "pilah/http/home_page.hpp"

namespace pilah::http {

std::string_view home_page() {
  return R"(<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pilah</title>
</head>
<body>
<main>
<h1>Pilah</h1>
<p>Pilah mencatat inovasi yang sudah dimiliki perangkat daerah, memetakannya ke enam dimensi dan
18 subdimensi kota cerdas, lalu memilih <i>quick win</i> terbaik menurut aturan daerah itu sendiri,
lengkap dengan alasan untuk setiap calon.</p>
<p>Layanan ini hanya dapat dibuka dari komputer ini. Data dibaca dan diubah melalui alamat di bawah,
dalam bentuk JSON; kesalahan dijelaskan dalam bahasa Indonesia atau Inggris sesuai
<code>Accept-Language</code>.</p>
<section lang="en">
<h2>In English</h2>
<p>Pilah keeps a region's catalogue of existing innovations, maps them to the six dimensions and 18
areas of a smart city, and picks the best quick wins under the region's own rules, with a reason for
every candidate.</p>
<p>This service answers on this computer only. Data are read and changed at the addresses below, as
JSON; errors are told in Indonesian or English by <code>Accept-Language</code>.</p>
</section>
<h2>Alamat / Addresses</h2>
<ul>
{addresses}</ul>
</main>
</body>
</html>
)";
}

}  // namespace pilah::http
