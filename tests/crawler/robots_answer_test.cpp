#include "crawler/robots_answer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "crawler/robots_book.h"
#include "policy/robots.h"
#include "policy/user_agent.h"

namespace dixit::crawler {
namespace {

bool allows(const storage::RobotsRecord& record, std::string_view path) {
  return policy::verdict(read_robots(record).rules, policy::kProductToken, path).allowed;
}

std::string chunked(std::string_view text, std::size_t size) {
  std::string body;
  for (; !text.empty(); text.remove_prefix(std::min(size, text.size()))) {
    const std::string_view chunk = text.substr(0, size);
    body += fmt::format("{:x}\r\n{}\r\n", chunk.size(), chunk);
  }
  return body + "0\r\n\r\n";
}

FetchedPage cut_answer(std::string body) {
  FetchedPage page;
  page.task.robots_of = "https://courier.test";
  page.result.status = 200;
  body.resize(policy::kRobotsBytesMax);
  page.result.body = std::move(body);
  page.result.body_truncated = true;
  return page;
}

// A file of more than half a megabyte whose lines are all as long.
std::string long_file() {
  std::string file = "User-agent: *\n";
  for (int i = 0; file.size() < policy::kRobotsBytesMax + 1'000; ++i)
    file += fmt::format("Disallow: /{:06}/\n", i);
  return file;
}

// The chunks of a body that we cut were left in it, so that its rules were read with their sizes.
TEST(ReadRobotsAnswer, TakesTheChunksOffABodyThatWasCut) {
  FetchedPage page = cut_answer(chunked(long_file(), 10));
  page.headers = {{"Transfer-Encoding", "chunked"}};

  const RobotsAnswer answer = read_robots_answer(page, {});

  ASSERT_TRUE(answer.record);
  EXPECT_FALSE(allows(*answer.record, "/000000/"));
  EXPECT_FALSE(allows(*answer.record, "/010000/"));
  EXPECT_TRUE(allows(*answer.record, "/0"));
}

TEST(ReadRobotsAnswer, DropsALineThatWasCut) {
  std::string file = "User-agent: *\nDisallow: /\n";
  file += std::string(policy::kRobotsBytesMax - file.size() - 10, '#');
  file.back() = '\n';
  const RobotsAnswer answer = read_robots_answer(cut_answer(file + "Allow: /open/to/all"), {});

  ASSERT_TRUE(answer.record);
  EXPECT_FALSE(allows(*answer.record, "/op"));
}

}  // namespace
}  // namespace dixit::crawler
