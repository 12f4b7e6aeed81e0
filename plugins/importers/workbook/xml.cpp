#include "xml.hpp"

#include <cstdlib>
#include <memory>
#include <new>

namespace workbook {
namespace {

constexpr std::size_t kDeepest = 200;
/// Of one attribute or name, which expat keeps whole.
constexpr std::size_t kLongestToken = std::size_t{16} * 1024 * 1024;

void* bounded_malloc(std::size_t size) {
  return size > kLongestToken ? nullptr : std::malloc(size);
}
void* bounded_realloc(void* memory, std::size_t size) {
  return size > kLongestToken ? nullptr : std::realloc(memory, size);
}

std::string_view without_prefix(std::string_view name) { return name.substr(name.rfind(':') + 1); }

/// expat is C: what is thrown in one of its calls is kept, and thrown once it has returned.
class Reading {
 public:
  Reading(std::string part, const Words& words, XmlTaker& taker)
      : part_(std::move(part)), words_(words), taker_(taker) {
    const XML_Memory_Handling_Suite memory{bounded_malloc, bounded_realloc, std::free};
    parser_.reset(XML_ParserCreate_MM(nullptr, &memory, nullptr));
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
          of(self).guarded([&](Reading& reading) {
            if (++reading.depth_ > kDeepest) {
              reading.words_.refuse(kTooDeep, "part", reading.part_);
            }
            reading.taker_.begin(without_prefix(name), Attributes(attributes));
          });
        },
        [](void* self, const char* name) {
          of(self).guarded([&](Reading& reading) {
            --reading.depth_;
            reading.taker_.end(without_prefix(name));
          });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* bytes, int count) {
      of(self).guarded([&](Reading& reading) {
        reading.taker_.text({bytes, static_cast<std::size_t>(count)});
      });
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(),
                                   [](void* self, const char*, const char*, const char*, int) {
                                     of(self).guarded([](Reading& reading) {
                                       reading.words_.refuse(kDeclaresTypes, "part", reading.part_);
                                     });
                                   });
  }

  void take(std::string_view piece, bool is_last) {
    const auto status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    if (status == XML_STATUS_ERROR) {
      const std::string why = XML_ErrorString(XML_GetErrorCode(parser_.get()));
      const std::string line = std::to_string(XML_GetCurrentLineNumber(parser_.get()));
      throw pilah::BadFile(
          Words::filled(Words::filled(words_(kNoXml, "part", part_), "line", line), "why", why));
    }
  }

 private:
  static Reading& of(void* self) { return *static_cast<Reading*>(self); }

  template <class Step>
  void guarded(Step step) {
    if (failure_) return;
    try {
      step(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  std::string part_;
  const Words& words_;
  XmlTaker& taker_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::size_t depth_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char* const* at = raw_; *at != nullptr; at += 2) {
    if (without_prefix(at[0]) == name) return at[1];
  }
  return {};
}

void read_xml(Archive& archive, const std::string& part, const Words& words, XmlTaker& taker) {
  Reading reading(part, words, taker);
  archive.read(part, [&](std::string_view piece) { reading.take(piece, false); });
  reading.take({}, true);
}

}  // namespace workbook
