# Warnings and sanitizers are one target that every target of ours links.
add_library(dixit_options INTERFACE)
target_include_directories(dixit_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_features(dixit_options INTERFACE cxx_std_20)
target_compile_options(dixit_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wconversion
  -Wsign-conversion -Woverloaded-virtual -Wnull-dereference
  # Designated initialisers leave out on purpose what keeps its default.
  -Wno-missing-field-initializers
  $<$<BOOL:${DIXIT_WERROR}>:-Werror>)
# gcc 12 sees dangling and null pointers inside inlined libstdc++ code that are not there.
target_compile_options(dixit_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference -Wno-restrict -Wno-maybe-uninitialized>)
if(DIXIT_SANITIZE)
  target_compile_options(dixit_options INTERFACE
    -fsanitize=${DIXIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(dixit_options INTERFACE -fsanitize=${DIXIT_SANITIZE})
  if(DIXIT_FUZZ)
    target_compile_options(dixit_options INTERFACE -fsanitize=fuzzer-no-link)
  endif()
endif()

# dixit_library(NAME folder HEADERS ... SOURCES ... PUBLIC ... PRIVATE ...)
#
# One static library a folder. PUBLIC are the libraries that its headers need, PRIVATE the ones that
# only its sources need. Headers form a verified file set: each must compile alone.
function(dixit_library name)
  cmake_parse_arguments(LIB "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(LIB_SOURCES)
    add_library(${name} STATIC ${LIB_SOURCES})
    target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${LIB_HEADERS})
    target_link_libraries(${name} PUBLIC dixit_options ${LIB_PUBLIC} PRIVATE ${LIB_PRIVATE})
    set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  else()
    add_library(${name} INTERFACE)
    target_sources(${name} INTERFACE FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${LIB_HEADERS})
    target_link_libraries(${name} INTERFACE dixit_options ${LIB_PUBLIC})
  endif()
endfunction()

# dixit_test(folder SOURCES ... LIBRARIES ...): one GoogleTest program a folder, one ctest a TEST.
function(dixit_test folder)
  cmake_parse_arguments(TEST "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${folder}_test ${TEST_SOURCES})
  target_link_libraries(${folder}_test PRIVATE dixit_options ${TEST_LIBRARIES} GTest::gmock GTest::gtest_main)
  gtest_discover_tests(${folder}_test TEST_PREFIX ${folder}. DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

# dixit_fuzz(name LIBRARIES ... CORPUS folder): a libFuzzer target from tests/fuzz/<name>_fuzz.cpp with
# the seed corpus tests/fuzz/corpus/<name>, or a folder that other tests read too. ctest replays the
# corpus and then fuzzes for a fixed count (tests/support/run_fuzz.cmake). To look for what is not
# known yet, run the program itself with a folder, another seed and more time.
function(dixit_fuzz name)
  cmake_parse_arguments(FUZZ "" "CORPUS" "LIBRARIES" ${ARGN})
  if(NOT FUZZ_CORPUS)
    set(FUZZ_CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name})
  endif()
  add_executable(${name}_fuzz ${name}_fuzz.cpp)
  add_dependencies(fuzz_targets ${name}_fuzz)
  target_link_libraries(${name}_fuzz PRIVATE dixit_options ${FUZZ_LIBRARIES})
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  add_test(NAME fuzz.${name} COMMAND ${CMAKE_COMMAND}
    -D PROGRAM=$<TARGET_FILE:${name}_fuzz>
    -D CORPUS=${FUZZ_CORPUS}
    -D SCRATCH=${CMAKE_CURRENT_BINARY_DIR}/found/${name}
    -P ${PROJECT_SOURCE_DIR}/tests/support/run_fuzz.cmake)
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 240)
endfunction()
