# dixit_embed_files(source FUNCTION ns::name HEADER header ROOT folder PATTERN glob [SINGLE])
#
# Puts the files below ROOT that match PATTERN into a generated C++ source, whose path is left in the
# variable `source`. It defines the FUNCTION that HEADER declares:
#   std::span<const dixit::config::EmbeddedFile> NAME();   sorted by name, relative to ROOT
#   dixit::config::EmbeddedFile NAME();                    with SINGLE: the one file
# A file that appears or goes away is noticed by the next build: its folder is then newer than
# build.ninja. (CONFIGURE_DEPENDS would do the same at the price of a cmake process every build.)
function(dixit_embed_files source)
  cmake_parse_arguments(EMBED "SINGLE" "FUNCTION;HEADER;ROOT;PATTERN" "" ${ARGN})
  file(GLOB_RECURSE files ${EMBED_ROOT}/${EMBED_PATTERN})
  if(NOT files)
    message(WARNING "${EMBED_ROOT}/${EMBED_PATTERN}: no such files")
  endif()
  cmake_path(GET EMBED_PATTERN PARENT_PATH base)
  set(folders ${EMBED_ROOT}/${base})
  foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH folder)
    while(NOT folder STREQUAL EMBED_ROOT)
      list(APPEND folders ${folder})
      cmake_path(GET folder PARENT_PATH folder)
    endwhile()
  endforeach()
  list(REMOVE_DUPLICATES folders)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folders})

  string(REGEX REPLACE ".*::" "" name ${EMBED_FUNCTION})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/EmbedFilesRun.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DFUNCTION=${EMBED_FUNCTION} -DHEADER=${EMBED_HEADER}
      -DROOT=${EMBED_ROOT} -DSINGLE=${EMBED_SINGLE} "-DFILES=${files}" -P ${script}
    DEPENDS ${files} ${script}
    COMMENT "Embedding ${name}" VERBATIM)
  # Compilers need only accept literals of 65,536 characters; gcc and clang take them whole.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  set(${source} ${output} PARENT_SCOPE)
endfunction()
