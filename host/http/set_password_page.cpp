#include "pilah/http/set_password_page.hpp"

namespace pilah::http {

std::string_view set_password_page() {
  return R"(<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pilah: kata sandi</title>
<script src="/set-password.js" defer></script>
</head>
<body>
<main>
<h1>Pilah</h1>
<p>Tentukan kata sandi Anda. Tautan ini berlaku sekali saja.
<span lang="en">Set your password. This link works once.</span></p>
<form id="form">
<p id="first" hidden>
<label>Nama masuk <span lang="en">(sign-in name)</span>
<input id="login" autocomplete="username" maxlength="64"></label><br>
<label>Nama Anda <span lang="en">(your name)</span>
<input id="name" autocomplete="name" maxlength="200"></label></p>
<p><label>Kata sandi <span lang="en">(password)</span>
<input id="password" type="password" autocomplete="new-password" minlength="10" maxlength="200"
required></label></p>
<p><label>Sekali lagi <span lang="en">(again)</span>
<input id="again" type="password" autocomplete="new-password" required></label></p>
<p><button>Simpan <span lang="en">/ Save</span></button></p>
</form>
<p id="told" role="status"></p>
<noscript><p>Halaman ini memerlukan JavaScript. <span lang="en">This page needs JavaScript.</span>
</p></noscript>
</main>
</body>
</html>
)";
}

std::string_view set_password_script() {
  return R"('use strict';
const element = (id) => document.getElementById(id);
const told = element('told');
const link = location.hash.slice(1);
// The first account of a host has no name yet: its link says so behind a colon.
const first = link.endsWith(':first');
element('first').hidden = !first;
element('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (element('password').value !== element('again').value) {
    told.textContent = 'Kedua kata sandi tidak sama. / The two passwords differ.';
    return;
  }
  const body = {link: first ? link.slice(0, -6) : link, password: element('password').value};
  if (first) {
    body.login = element('login').value;
    body.name = element('name').value;
  }
  const answer = await fetch('/api/v1/links/redeem', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  const document_ = await answer.json();
  if (answer.ok) {
    element('form').hidden = true;
    history.replaceState(null, '', location.pathname);
    told.textContent = 'Kata sandi tersimpan untuk ' + document_.account.login +
        '. / The password is set.';
  } else {
    told.textContent = document_.errors.map((error) => error.message).join(' ');
  }
});
)";
}

}  // namespace pilah::http
