// SPDX-License-Identifier: GPL-3.0-or-later
// PouchDB against express-pouchdb, both on LevelDB. One JSON object on standard output.
//   replicate.js serve FOLDER              {"port"}; until its input ends
//   replicate.js fill URL FILE             documents, one a line, into the database at URL
//   replicate.js pull URL FOLDER BATCH     a new database in FOLDER takes all: {"ms", "docs"}
//   replicate.js push URL FOLDER BATCH N   changes N documents there and brings them to URL: {"ms", "docs"}
"use strict";
const fs = require("fs");
const PouchDB = require("pouchdb");

const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");
const now = () => Number(process.hrtime.bigint()) / 1e6;

function serve(folder) {
    const app = require("express")();
    app.use("/", require("express-pouchdb")(PouchDB.defaults({ prefix: folder + "/" }), { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: folder + "/log" }));
    const server = app.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
    process.stdin.resume().on("end", () => process.exit(0));
}

async function fill(url, file) {
    const db = new PouchDB(url);
    const docs = fs.readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    for (let at = 0; at < docs.length; at += 2000) {
        for (const one of await db.bulkDocs(docs.slice(at, at + 2000))) {
            if (one.error) throw new Error(one.reason);
        }
    }
    say({ docs: (await db.info()).doc_count });
}

async function pull(url, folder, batch) {
    const db = new PouchDB(folder + "/pulled-" + batch);
    const began = now();
    const done = await db.replicate.from(url, { batch_size: batch, batches_limit: 10 });
    say({ ms: now() - began, docs: done.docs_written });
}

async function push(url, folder, batch, count) {
    const db = new PouchDB(folder + "/pulled-" + batch);
    await db.replicate.to(url, { batch_size: batch }); // from here on it knows how far the other is
    const { rows } = await db.allDocs({ include_docs: true, limit: count });
    await db.bulkDocs(rows.map((row) => ({ ...row.doc, note: `rappelé l’agent, le câble est changé (${batch})` })));
    const began = now();
    const done = await db.replicate.to(url, { batch_size: batch, batches_limit: 10 });
    say({ ms: now() - began, docs: done.docs_written });
}

const [deed, ...words] = process.argv.slice(2);
const deeds = { serve, fill, pull: (url, folder, batch) => pull(url, folder, Number(batch)), push: (url, folder, batch, count) => push(url, folder, Number(batch), Number(count)) };
Promise.resolve(deeds[deed](...words)).catch((error) => {
    process.stderr.write(`${error.stack || error}\n`);
    process.exit(1);
});
