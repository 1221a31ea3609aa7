# Runs a libFuzzer program for a fixed count from a fixed seed, so that the same sources give the same
# answer:  cmake -D PROGRAM=... -D CORPUS=... -D SCRATCH=... -P run_fuzz.cmake
# libFuzzer writes what it finds into the first folder it is given: that one begins empty every time.
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(
  COMMAND ${PROGRAM} -seed=1 -runs=20000 -timeout=10 -rss_limit_mb=2048 -max_len=20000 -verbosity=0
    -artifact_prefix=${SCRATCH}/ ${SCRATCH} ${CORPUS}
  COMMAND_ERROR_IS_FATAL ANY)
