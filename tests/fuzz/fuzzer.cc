// The fuzzer's way in: calls the one target that the program was linked with.
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const stumble::FuzzTarget target = stumble::FuzzTargets().begin()->second;
  target({reinterpret_cast<const char*>(data), size});
  return 0;
}
