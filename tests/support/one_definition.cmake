cmake_minimum_required(VERSION 3.25)

# Fails when two headers of a folder define a type of the same name. A folder is one namespace, so
# that a program which knows both would have two types of one name: undefined, and no compiler or
# linker says so. Run: cmake -DROOT=<source dir> -P <this file>
set(checked 0)
foreach(folder model policy parser storage crawler report cli config)
  file(GLOB_RECURSE headers ${ROOT}/${folder}/*.h)
  foreach(header ${headers})
    file(STRINGS ${header} types REGEX "^(struct|class|enum class|enum) [A-Za-z0-9_]+ [^;]*{")
    foreach(line IN LISTS types)
      string(REGEX REPLACE "^(struct|enum class|class|enum) ([A-Za-z0-9_]+).*" "\\2" name "${line}")
      math(EXPR checked "${checked} + 1")
      if(DEFINED header_of_${folder}_${name})
        message(SEND_ERROR "${name} is defined in ${header} and in ${header_of_${folder}_${name}}")
      endif()
      set(header_of_${folder}_${name} ${header})
    endforeach()
  endforeach()
endforeach()
if(checked EQUAL 0)
  message(FATAL_ERROR "no types in the headers under ${ROOT}")
endif()
message(STATUS "${checked} types checked")
