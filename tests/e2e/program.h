#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace dixit::e2e {

// How a program ended and what it said.
struct Ended {
  int exit_code = -1;  // 128 + signal when a signal ended it
  std::string out;
  std::string err;
};

// The dixit binary that this build made, started with arguments. Its output goes to files, so that
// neither side ever waits for the other.
//
// Requires: await() or kill_now() before it is destroyed.
class Program {
 public:
  explicit Program(std::vector<std::string> arguments, const std::string& input = "");
  // A script of /bin/sh, in which $DIXIT is the binary and $TMPDIR a directory for its files.
  static Program shell(const std::string& script);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  Ended await();
  // SIGKILL: the program has no say in it.
  Ended kill_now();
  // SIGINT, as Ctrl-C.
  Ended interrupt();

 private:
  // For its caller to fork and execute: a parent, or a child whose streams are set.
  enum class Side { Parent, Child };
  Side start(const std::string& input);
  struct Script {
    std::string text;
  };
  explicit Program(const Script& script);

  std::string scratch_;  // a directory for its streams
  pid_t pid_ = -1;
};

// Runs dixit to its end.
Ended run_dixit(std::vector<std::string> arguments, const std::string& input = "");

// Runs a script to its end.
Ended run_shell(const std::string& script);

}  // namespace dixit::e2e
