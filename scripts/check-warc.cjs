// Checks WARC files record by record with the reader of the npm package warcio: framing, the fields
// that every record must have, block and payload digests, that no id comes twice, and that what
// records refer to is there. Prints a line a file; exits 1 when anything is wrong.
//
// Run by scripts/check-warc, which finds the package.
"use strict";

const { createHash } = require("node:crypto");
const { createReadStream } = require("node:fs");
const { WARCParser } = require("warcio");

const kNeeded = ["WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"];
const kReferences = ["WARC-Concurrent-To", "WARC-Refers-To"];

const ids = new Set();
const references = [];
let problems = 0;

function problem(place, what) {
  problems += 1;
  console.log(`${place}: ${what}`);
}

function digest(bytes) {
  return "sha256:" + createHash("sha256").update(bytes).digest("hex");
}

// Each reading takes the stream to its end, so that the records come in the same order in both.
async function* records(file, parseHttp) {
  const parser = new WARCParser(createReadStream(file), { keepHeadersCase: true, parseHttp });
  for await (const record of parser) yield { record, place: `${file} at ${parser.offset}` };
}

function checkFields(record, place) {
  for (const name of kNeeded) if (!record.warcHeader(name)) problem(place, `no ${name}`);
  if (record.warcHeaders.statusline !== "WARC/1.1") problem(place, record.warcHeaders.statusline);
  const id = record.warcHeader("WARC-Record-ID");
  if (ids.has(id)) problem(place, `${id} comes twice`);
  ids.add(id);
  for (const name of kReferences) {
    if (record.warcHeader(name)) references.push({ place, id: record.warcHeader(name) });
  }
}

async function checkBlocks(file, counts) {
  for await (const { record, place } of records(file, false)) {
    checkFields(record, place);
    counts[record.warcType] = (counts[record.warcType] ?? 0) + 1;
    const block = await record.readFully(false);
    if (block.length !== Number(record.warcHeader("Content-Length"))) problem(place, "cut off");
    if (digest(block) !== record.warcBlockDigest) problem(place, "block digest");
  }
}

// The payload is the body without its chunks, still in its content coding. warcio takes off both or
// none, and takes a coding without a name for one it should guess.
async function payloadOf(record) {
  const { headers } = record.httpHeaders;
  if (headers.get("Transfer-Encoding") !== "chunked") return record.readFully(false);
  headers.set("Content-Encoding", "identity");
  return record.readFully(true);
}

async function checkPayloads(file, counts) {
  for await (const { record, place } of records(file, true)) {
    if (record.warcType !== "response") continue;
    if (!record.httpHeaders?.statusline.startsWith("HTTP/")) problem(place, "no HTTP head");
    else if (digest(await payloadOf(record)) !== record.warcPayloadDigest) {
      problem(place, "payload digest");
    } else counts.payloads = (counts.payloads ?? 0) + 1;
  }
}

async function main(files) {
  for (const file of files) {
    const counts = {};
    await checkBlocks(file, counts);
    await checkPayloads(file, counts);
    const listed = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    console.log(`${file}: ${listed.join(", ")}`);
    if ((counts.response ?? 0) !== (counts.payloads ?? 0)) problem(file, "payloads unread");
  }
  for (const { place, id } of references) {
    if (!ids.has(id)) problem(place, `refers to ${id}, which is not there`);
  }
  console.log(problems === 0 ? "nothing wrong" : `${problems} wrong`);
  process.exitCode = problems === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error) => {
  console.log(`cannot be read: ${error.message}`);
  process.exitCode = 1;
});
