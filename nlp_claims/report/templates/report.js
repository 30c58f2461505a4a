"use strict";
// The page's own script. Everything from a document goes in as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const docs = data.documents;
  const STEP = 200; // rows drawn at once: a thousand documents stay usable
  const t = (text) => data.words[text] || text; // in the language of the page
  const UNKNOWN = t("(unknown)");
  const byId = (id) => document.getElementById(id);

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }
  const link = (hash, ...children) => make("a", { href: "#" + hash }, ...children);
  const fold = (text) => (text || "").toLocaleLowerCase("pl").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ł", "l");
  const compare = new Intl.Collator("pl", { numeric: true }).compare;

  // -- one table of everything, made once ------------------------------------------------------
  const numbers = [], speakers = new Map(), actors = new Map();
  docs.forEach((doc, at) => {
    for (const number of doc.numbers) numbers.push({ ...number, at, title: doc.title });
    for (const statement of doc.statements) {
      const name = statement.speaker || UNKNOWN;
      if (!speakers.has(name)) speakers.set(name, []);
      speakers.get(name).push({ ...statement, at, title: doc.title });
    }
    for (const actor of doc.actors) {
      const key = actor.name + "\n" + actor.kind;
      const known = actors.get(key) || { name: actor.name, kind: actor.kind, roles: new Set(), mentions: 0, docs: new Set() };
      actor.roles.forEach((role) => known.roles.add(role));
      known.mentions += actor.mentions;
      known.docs.add(at);
      actors.set(key, known);
    }
  });
  const speakerNames = [...speakers.keys()].sort((a, b) => (a === UNKNOWN) - (b === UNKNOWN) || speakers.get(b).length - speakers.get(a).length || compare(a, b));
  const actorRows = [...actors.values()].map((actor) => ({
    ...actor, roles: [...actor.roles].join(", "), documents: actor.docs.size,
    said: (speakers.get(actor.name) || []).length, first: [...actor.docs][0],
  }));

  // -- lists and tables that grow on demand ----------------------------------------------------
  function growing(container, more, draw) {
    let items = [], shown = 0;
    const grow = () => {
      container.append(...items.slice(shown, shown + STEP).map(draw));
      shown = Math.min(items.length, shown + STEP);
      more.hidden = shown >= items.length;
    };
    more.addEventListener("click", grow);
    return (next) => { items = next; shown = 0; container.replaceChildren(); grow(); };
  }

  function options(select, values) {
    select.append(make("option", { value: "" }, t("all")), ...values.map((value) => make("option", { value }, t(value))));
  }

  function table(id, columns, rows, filter, controls) {
    const body = make("tbody");
    let order = { column: null, down: false };
    const redraw = growing(body, byId(id + "-more"), (row) =>
      make("tr", {}, ...columns.map((column) => make("td", { class: column.figure ? "figure" : null }, column.draw(row)))));
    const heads = columns.map((column) => {
      const head = make("th", { scope: "col" }, make("button", { type: "button" }, column.title));
      head.firstChild.addEventListener("click", () => {
        order = { column, down: order.column === column ? !order.down : Boolean(column.figure) };
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
        update();
      });
      return head;
    });
    byId(id + "-table").append(make("thead", {}, make("tr", {}, ...heads)), body);
    function update() {
      const kept = rows.filter(filter);
      if (order.column) {
        const { key } = order.column, sign = order.down ? -1 : 1;
        kept.sort((a, b) => {
          const [x, y] = [a[key], b[key]];
          if (x === null || x === undefined || x === "") return y === null || y === undefined || y === "" ? 0 : 1;
          if (y === null || y === undefined || y === "") return -1;
          return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
        });
      }
      byId(id + "-count").textContent = `${kept.length} / ${rows.length}`;
      redraw(kept);
    }
    controls.forEach((control) => control.addEventListener("input", update));
    update();
  }

  const shownUnit = (number) => number.shown + (number.unit === "count" ? "" : " " + number.unit) + (number.per ? " / " + number.per : "");
  const uniques = (rows, key) => [...new Set(rows.map((row) => row[key]).filter(Boolean))].sort(compare);
  const search = byId("number-search"), unit = byId("number-unit"), modality = byId("number-modality"), source = byId("number-source");
  options(unit, uniques(numbers, "unit"));
  options(modality, uniques(numbers, "modality"));
  options(source, uniques(numbers, "source"));
  for (const number of numbers) number.words = fold([number.text, number.what, number.source, number.predicate, number.title].join(" "));
  const lazy = {
    numbers: () => table("number", [
      { title: t("Value"), key: "value", figure: true, draw: shownUnit },
      { title: t("What"), key: "what", draw: (row) => row.what || "" },
      { title: t("In the text"), key: "text", draw: (row) => link(`documents/${row.at}/${row.id}`, row.text) },
      { title: t("Predicate"), key: "predicate", draw: (row) => row.predicate || "" },
      { title: t("Claimed by"), key: "source", draw: (row) => row.source ? link("speakers/" + encodeURIComponent(row.source), row.source) : "" },
      { title: t("Modality"), key: "modality", draw: (row) => t(row.modality) },
      { title: t("When"), key: "time", draw: (row) => row.time || "" },
      { title: t("Where"), key: "place", draw: (row) => row.place || "" },
      { title: t("Document"), key: "title", draw: (row) => link("documents/" + row.at, row.title) },
    ], numbers, (row) => row.words.includes(fold(search.value)) && (!unit.value || row.unit === unit.value)
      && (!modality.value || row.modality === modality.value) && (!source.value || row.source === source.value),
    [search, unit, modality, source]),
    actors: () => {
      const find = byId("actor-search"), kind = byId("actor-kind");
      options(kind, uniques(actorRows, "kind"));
      table("actor", [
        { title: t("Name"), key: "name", draw: (row) => row.said ? link("speakers/" + encodeURIComponent(row.name), row.name) : row.name },
        { title: t("Kind"), key: "kind", draw: (row) => t(row.kind) },
        { title: t("Roles"), key: "roles", draw: (row) => row.roles },
        { title: t("Statements"), key: "said", figure: true, draw: (row) => String(row.said) },
        { title: t("Mentions"), key: "mentions", figure: true, draw: (row) => String(row.mentions) },
        { title: t("Documents"), key: "documents", figure: true, draw: (row) => link("documents/" + row.first, String(row.documents)) },
      ], actorRows, (row) => fold(row.name + " " + row.roles).includes(fold(find.value)) && (!kind.value || row.kind === kind.value), [find, kind]);
    },
    documents: () => index("document", docs.map((doc, at) => ({ at, doc, words: fold([doc.title, doc.doc, ...doc.actors.map((actor) => actor.name)].join(" ")) })),
      (row) => link("documents/" + row.at, row.doc.title, make("small", { title: t("statements · numbers") }, `${row.doc.statements.length} · ${row.doc.numbers.length}`))),
    speakers: () => index("speaker", speakerNames.map((name) => ({ name, words: fold(name) })),
      (row) => link("speakers/" + encodeURIComponent(row.name), row.name, make("small", {}, String(speakers.get(row.name).length)))),
    comparisons,
  };

  function index(id, rows, draw) {
    const find = byId(id + "-search");
    const redraw = growing(byId(id + "-list"), byId(id + "-more"), (row) => make("li", {}, draw(row)));
    const update = () => { redraw(rows.filter((row) => row.words.includes(fold(find.value)))); mark(); };
    find.addEventListener("input", update);
    update();
  }

  function comparisons() {
    const find = byId("comparison-search"), verdict = byId("comparison-verdict");
    const rows = data.comparisons.map((each) => ({ ...each, words: fold([each.phrase, each.predicate, ...each.claims.flatMap((claim) => [claim.sentence ? claim.sentence.text : claim.text, claim.source && claim.source.name])].join(" ")) }));
    options(verdict, uniques(rows, "verdict"));
    const redraw = growing(byId("comparison-list"), byId("comparison-more"), sideBySide);
    const update = () => {
      const kept = rows.filter((row) => row.words.includes(fold(find.value)) && (!verdict.value || row.verdict === verdict.value));
      byId("comparison-count").textContent = `${kept.length} / ${rows.length}`;
      redraw(kept);
    };
    [find, verdict].forEach((control) => control.addEventListener("input", update));
    update();
  }

  function sideBySide(each) {
    const rows = each.claims.map((claim) => make("tr", {},
      make("td", { class: "figure" }, claim.shown),
      make("td", {}, claim.source && claim.source.name ? claim.source.name : make("span", { class: "muted" }, t("the document"))),
      make("td", { lang: "pl" }, claim.sentence ? claim.sentence.text : claim.text),
      make("td", {}, link(`documents/${claim.at}/${claim.id}`, docs[claim.at].title))));
    return make("div", { class: "comparison" },
      make("h3", {}, make("span", { class: each.verdict }, t(each.verdict)), each.spread ? ` · ${Math.round(each.spread * 100)} %` : "", ` · ${each.phrase || each.unit}`, each.predicate ? ` · ${each.predicate}` : ""),
      make("div", { class: "scroll" }, make("table", {}, make("tbody", {}, ...rows))),
      make("small", {}, t("in common:") + " " + each.evidence.map((one) => `${t(one.kind)}: ${one.texts.join(", ")}`).join("; ")));
  }

  // -- one document ----------------------------------------------------------------------------
  let open = null;
  function openDocument(at, target) {
    const doc = docs[at];
    if (!doc) return;
    if (open !== at) drawDocument(doc, at);
    open = at;
    if (target) choose([target]);
  }

  function drawDocument(doc, at) {
    const modes = new Map(doc.statements.map((statement) => [statement.id, statement.mode]));
    const seen = new Set();
    const text = make("div", { class: "text", lang: "pl" }, ...doc.runs.map(([words, ...marks]) => {
      if (!marks.length) return words;
      const found = marks.map((mark) => doc.marks[mark]);
      const ids = [...new Set(found.map(([, id]) => id))];
      const classes = found.map(([kind, id]) => kind === "statement" ? modes.get(id) : kind);
      const fresh = found.some(([kind, id]) => (kind === "statement" || kind === "number") && !seen.has(id));
      ids.forEach((id) => seen.add(id));
      return make("span", { class: classes.join(" "), "data-ids": ids.join(" "), tabindex: fresh ? "0" : null, role: fresh ? "button" : null }, words);
    }));
    const meta = Object.entries(doc.meta).filter(([name, value]) => name !== "title" && ["string", "number"].includes(typeof value));
    byId("document").replaceChildren(
      make("h3", {}, doc.title),
      doc.title === doc.doc ? "" : make("p", { class: "muted" }, doc.doc),
      meta.length ? make("dl", {}, ...meta.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))])) : "",
      doc.error ? make("p", { class: "disagree" }, t("Not analysed:") + " " + doc.error) : "",
      doc.runs.length ? make("ul", { class: "key" }, ...["direct", "indirect", "speaker", "cue", "number", "actor"].map((name) => make("li", {}, make("span", { class: name }, t(name))))) : "",
      doc.runs.length ? text : make("p", { class: "muted" }, t("The text is not at hand: name it with --texts.")),
      make("h3", {}, t("Statements")), ...doc.statements.map((statement) => quote(statement, at, true)),
    );
    byId("details").hidden = true;
  }

  function quote(statement, at, speaker) {
    const about = [speaker ? statement.speaker || "?" : null, statement.cue, t(statement.mode), statement.negated ? t("negated") : null, statement.via ? `${t("via")} ${statement.via}` : null].filter(Boolean).join(" · ");
    return make("blockquote", { class: statement.mode === "indirect" ? "indirect-quote" : null, lang: "pl" },
      statement.text, make("br"), make("small", {}, link(`documents/${at}/${statement.id}`, about), speaker ? "" : " · " + statement.title));
  }

  const hidden = new Set(["id"]);
  function card(record) {
    const rows = Object.entries(record).filter(([name, value]) => !hidden.has(name) && value !== null && value !== false && value !== "" && !(Array.isArray(value) && !value.length));
    return make("div", {}, make("strong", {}, record.id), make("dl", {}, ...rows.flatMap(([name, value]) =>
      [make("dt", {}, t(name)), make("dd", {}, Array.isArray(value) ? value.join(", ") : t(String(value)))])));
  }

  function choose(ids) {
    const doc = docs[open];
    const records = [...doc.statements, ...doc.numbers, ...doc.actors].filter((record) => ids.includes(record.id));
    const spans = [...byId("document").querySelectorAll("[data-ids]")];
    spans.forEach((span) => span.classList.toggle("on", span.dataset.ids.split(" ").some((id) => ids.includes(id))));
    const close = make("button", { type: "button", class: "close", "aria-label": t("Close") }, "×");
    close.addEventListener("click", () => choose([]));
    byId("details").replaceChildren(close, ...records.map(card));
    byId("details").hidden = !records.length;
    return spans.find((span) => span.classList.contains("on"));
  }

  function chosen(event) {
    const span = event.target.closest("[data-ids]");
    if (span) choose(span.dataset.ids.split(" "));
  }
  byId("document").addEventListener("click", chosen);
  byId("document").addEventListener("mouseover", (event) => {
    const span = event.target.closest("[data-ids]");
    if (span && !span.title) span.title = span.dataset.ids.split(" ").map(summary).filter(Boolean).join("\n");
  });
  byId("document").addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { if (event.target.closest("[data-ids]")) event.preventDefault(); chosen(event); }
    if (event.key === "Escape") choose([]);
  });
  function summary(id) {
    const doc = docs[open];
    const statement = doc.statements.find((each) => each.id === id), number = doc.numbers.find((each) => each.id === id), actor = doc.actors.find((each) => each.id === id);
    if (statement) return `${statement.speaker || "?"} · ${statement.cue || ""} · ${t(statement.mode)}`;
    if (number) return `${shownUnit(number)} ${number.what || ""} · ${number.source || t("the document")} · ${t(number.modality)}`;
    return actor ? `${actor.name} · ${t(actor.kind)}${actor.roles.length ? " · " + actor.roles.join(", ") : ""}` : "";
  }

  function openSpeaker(name) {
    const said = speakers.get(name) || [];
    byId("speaker").replaceChildren(make("h3", {}, name), make("p", { class: "muted" }, `${t("statements")}: ${said.length}`));
    const more = make("button", { type: "button" }, t("Show more")), list = make("div");
    byId("speaker").append(list, more);
    growing(list, more, (statement) => quote(statement, statement.at, false))(said);
  }

  // -- where we are is in the address: #documents/3/s2 ------------------------------------------
  function mark() {
    document.querySelectorAll(".index a").forEach((each) => {
      const here = location.hash === each.hash || location.hash.startsWith(each.hash + "/");
      if (here) each.setAttribute("aria-current", "true"); else each.removeAttribute("aria-current");
    });
  }
  function route() {
    const [view, item, target] = location.hash.slice(1).split("/");
    const name = document.querySelector(`[data-view="${CSS.escape(view)}"]`) ? view : view === "main" ? null : "overview";
    if (name === null) return;
    document.querySelectorAll("[data-view]").forEach((each) => { each.hidden = each.dataset.view !== name; });
    document.querySelectorAll("nav a").forEach((each) => { if (each.hash === "#" + name) each.setAttribute("aria-current", "page"); else each.removeAttribute("aria-current"); });
    if (lazy[name]) { lazy[name](); lazy[name] = null; }
    if (name === "documents" && docs.length) openDocument(item === undefined ? open ?? 0 : Number(item), target);
    if (name === "speakers" && speakerNames.length) openSpeaker(item === undefined ? speakerNames[0] : decodeURIComponent(item));
    mark();
    if (target) { const span = choose([target]); if (span) { span.scrollIntoView({ block: "center" }); } }
    else if (item !== undefined && matchMedia("(max-width: 48rem)").matches) document.querySelector(`[data-view="${name}"] .reading`).scrollIntoView();
  }
  addEventListener("hashchange", route);
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); byId("main").focus(); });
  route();
})();
