// What in a text looks like a person's number: it should not be published unawares.
//
// A guess, made for warnings: a number that only might be one is left alone, above all
// amounts of money, which is what the long numbers of innovation lists nearly always are.
// Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace pilah::text {

enum class PersonalNumber {
  kNik,          ///< identity number: 16 digits with region, birth date and serial number
  kNip,          ///< civil servant's number: 18 digits with birth date and begin of service
  kPhone,        ///< 08..., +62..., or digits behind a word for telephone
  kBankAccount,  ///< digits behind a word for bank or account
};

/// "nik", "nip", "phone", "bank_account".
std::string_view name_of(PersonalNumber kind);

struct FoundNumber {
  PersonalNumber kind;
  std::string_view text;  ///< as it stands in the text
};

std::vector<FoundNumber> personal_numbers(std::string_view text);

}  // namespace pilah::text
