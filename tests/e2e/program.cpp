#include "tests/e2e/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cassert>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace dixit::e2e {
namespace {

void redirect(int stream, const std::string& path, int flags) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, stream) < 0) _exit(127);
  close(file);
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

Program::Side Program::start(const std::string& input) {
  scratch_ = (std::filesystem::temp_directory_path() / "dixit-e2e-XXXXXX").string();
  if (mkdtemp(scratch_.data()) == nullptr) std::abort();
  std::ofstream(scratch_ + "/in", std::ios::binary) << input;
  pid_ = fork();
  if (pid_ != 0) return Side::Parent;
  // The press of other tests in this process ignores it, and what is ignored stays so in a child.
  signal(SIGPIPE, SIG_DFL);
  redirect(STDIN_FILENO, scratch_ + "/in", O_RDONLY);
  redirect(STDOUT_FILENO, scratch_ + "/out", O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, scratch_ + "/err", O_WRONLY | O_CREAT | O_TRUNC);
  return Side::Child;
}

Program::Program(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), DIXIT_BINARY);
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  if (start(input) == Side::Parent) return;
  execv(DIXIT_BINARY, words.data());
  _exit(127);
}

Program Program::shell(const std::string& script) { return Program(Script{script}); }

Program::Program(const Script& script) {
  if (start("") == Side::Parent) return;
  setenv("DIXIT", DIXIT_BINARY, 1);
  setenv("TMPDIR", scratch_.c_str(), 1);
  execl("/bin/sh", "sh", "-eu", "-c", script.text.c_str(), nullptr);
  _exit(127);
}

Program::~Program() {
  assert(pid_ == -1);
  std::error_code ignored;
  std::filesystem::remove_all(scratch_, ignored);
}

Ended Program::await() {
  int status = 0;
  waitpid(std::exchange(pid_, -1), &status, 0);
  Ended ended;
  ended.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ended.out = contents(scratch_ + "/out");
  ended.err = contents(scratch_ + "/err");
  return ended;
}

Ended Program::kill_now() {
  kill(pid_, SIGKILL);
  return await();
}

Ended Program::interrupt() {
  kill(pid_, SIGINT);
  return await();
}

Ended run_dixit(std::vector<std::string> arguments, const std::string& input) {
  Program program(std::move(arguments), input);
  return program.await();
}

Ended run_shell(const std::string& script) {
  Program program = Program::shell(script);
  return program.await();
}

}  // namespace dixit::e2e
