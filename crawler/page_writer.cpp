#include "crawler/page_writer.h"

#include <algorithm>
#include <utility>

namespace dixit::crawler {
namespace {

std::vector<std::string> hosts_of(const storage::PageCommit& commit) {
  std::vector<std::string> hosts;
  hosts.reserve(commit.discovered.size() + commit.again.size());
  for (const auto& url : commit.discovered) hosts.push_back(url.host);
  for (const auto& url : commit.again) hosts.push_back(url.host);
  for (const auto& update : commit.url_updates)
    if (update.state == storage::UrlState::Queued || update.next_due_ms > 0)
      hosts.push_back(update.host);
  std::sort(hosts.begin(), hosts.end());
  hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
  return hosts;
}

// Points the page's records at the capture that they were read from. An unchanged page's URL keeps
// pointing at the capture that holds its bytes.
void link(storage::PageCommit& commit, model::Capture capture) {
  if (commit.document) commit.document->capture_id = capture.id;
  for (model::Document& post : commit.posts) post.capture_id = capture.id;
  if (!commit.url_updates.empty() && commit.url_updates.front().capture_id.empty())
    commit.url_updates.front().capture_id = capture.id;
  commit.capture = std::move(capture);
}

}  // namespace

void PageWriter::add(ProcessedPage page) {
  if (error_) return;
  SettledPage settled;
  settled.not_modified = page.not_modified;
  if (page.exchange) {
    auto capture = archive_.append(*page.exchange);
    if (!capture) {
      error_ = capture.error();
      return;
    }
    capture->opt_outs = page.opt_outs;
    capture->redirect_target = page.redirect_target;
    link(page.commit, *std::move(capture));
  }
  settled.redirects = page.redirects;
  settled.redirect_target = std::move(page.redirect_target);
  settled.event = std::move(page.event);
  settled.counts = page.counts;
  settled.documents = page.commit.posts.size() + (page.commit.document ? 1 : 0);
  settled.left_out = cap_.apply(page.commit);
  settled.discovered = page.commit.discovered.size() + page.commit.again.size();
  settled.discovered_hosts = hosts_of(page.commit);
  settled_.push_back(std::move(settled));
  commits_.push_back(std::move(page.commit));
}

std::vector<SettledPage> PageWriter::commit() {
  if (error_ || commits_.empty()) return {};
  const auto committed = archive_.commit(commits_);
  commits_.clear();
  auto settled = std::exchange(settled_, {});
  if (committed) return settled;
  error_ = committed.error();
  return {};
}

}  // namespace dixit::crawler
