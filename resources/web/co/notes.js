// The notes of the slide the room is on, and the list of all slides to look at and to show.

import { h } from "../dom.js";
import { idle } from "./stage.js";

export function notes(app) {
	const { say } = app;
	return [
		h("div.sizes", { key: "sizes" },
			h("button.arrow", { "aria-label": say("smaller"), onclick: () => app.resize(-1) }, "A−"),
			h("button.arrow", { "aria-label": say("larger"), onclick: () => app.resize(1) }, "A+")),
		told(app, app.model.here.slide),
	];
}

function told(app, slide) {
	const { say, model, ui } = app;
	const found = app.notes.get(slide);
	if (!found) return h("p.hint", { key: "wait" }, say("opening"));
	return h(`div.notes.size-${ui.size}`, { key: `notes ${slide}`, lang: model.lang },
		h("p.hint", { lang: "en" }, say("minutes", { minutes: Math.round(found.minutes * 10) / 10 })),
		found.notes.length ? found.notes.map(part) : h("p.hint", { lang: "en" }, say("no_notes")),
	);
}

function part({ head, words, listed }, at) {
	return h("div.part", { key: at }, head && h("h2.head", head), h(`p${listed ? ".listed" : ""}`, { dir: "auto" }, words.map(styled)));
}

function styled({ text, bold, italic }, at) {
	const inside = italic ? h("i", { key: at }, text) : text;
	return bold ? h("b", { key: at }, inside) : italic ? inside : h("span", { key: at }, text);
}

export function outline(app) {
	const { say, ui } = app;
	if (!ui.slides) return h("p.hint", say("opening"));
	return ui.looking === null || ui.looking === undefined ? list(app) : looked(app);
}

function looked(app) {
	const { say, model, ui } = app;
	const slide = ui.looking;
	const found = app.notes.get(slide);
	return [
		h("h2", { key: "title", lang: model.lang, dir: "auto" }, found?.title || ui.slides.slides[slide].label),
		h("div.pair", { key: "acts" },
			h("button.wide", { onclick: () => app.set({ looking: null }) }, say("to_slides")),
			h("button.wide.main", { "aria-disabled": idle(app), onclick: () => show(app, slide) }, say("show"))),
		told(app, slide),
	];
}

async function show(app, slide) {
	if (app.model.stage === "running" && (await app.press("go", { slide }))) app.open("notes");
}

function list(app) {
	const { say, model, ui } = app;
	const { sections, slides } = ui.slides;
	const wanted = ui.find.trim().toLowerCase();
	const fits = ({ label, number }) => !wanted || label.toLowerCase().includes(wanted) || String(number) === wanted;
	const rows = slides.map((slide, at) => ({ ...slide, at })).filter(fits);
	const groups = sections.map((title, at) => ({ title, rows: rows.filter((row) => row.section === at) })).filter((group) => group.rows.length);
	return [
		h("label.heard", { key: "label", for: "find" }, say("find_slide")),
		h("input", { id: "find", key: "find", type: "search", placeholder: say("find_slide"), value: ui.find, autocomplete: "off", oninput: ({ target }) => app.set({ find: target.value }) }),
		groups.map((group) => h("div", { key: group.title, role: "group", "aria-label": group.title },
			h("h2.head", { lang: model.lang, dir: "auto" }, group.title),
			h("ul.outline", group.rows.map((row) => entry(app, row))))),
	];
}

function entry(app, { at, number, label, question }) {
	const { say, model } = app;
	const here = at === model.here.slide;
	return h("li", { key: at }, h(`button.entry${here ? ".here" : ""}`, { "aria-current": here && "true", onclick: () => app.look(at) },
		h("span.number", number),
		h("span", { lang: model.lang, dir: "auto" }, label),
		question && h("span.hint", say("asks"))));
}
