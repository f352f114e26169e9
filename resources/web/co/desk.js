// The sign-in desk: who is here, who comes now, and who waits on a phone for a word.

import { h } from "../dom.js";
import { hour, idle } from "./stage.js";

/** Whether the open desk has to be asked for anew after news. */
export function needsPeople(app, before) {
	if (app.ui.tab !== "desk") return false;
	const { signed_in: here, expected } = app.model;
	return !before || before.signed_in !== here || before.expected !== expected;
}

export function desk(app) {
	const { say, model, ui } = app;
	const name = ui.typed.trim().replace(/\s+/g, " ");
	const people = ui.people?.people || [];
	return [
		h("h2", { key: "heads" }, say("people", { here: model.signed_in, expected: model.expected })),
		model.waiting.length > 0 && h("ul.waiting", { key: "waiting", "aria-label": say("waits") }, model.waiting.map((seat) => waiting(app, seat))),
		h("form", { key: "form", onsubmit: (event) => enter(app, event) },
			h("label.heard", { for: "person" }, say("find")),
			h("input", { id: "person", type: "search", placeholder: say("find"), value: ui.typed, autocomplete: "off", spellcheck: "false", maxlength: 60, oninput: ({ target }) => app.find(target.value) })),
		name && ui.people && !people.length && h("p.hint", { key: "nobody" }, say("nobody")),
		h("ul.people", { key: "people" }, people.map((person) => row(app, person))),
		ui.people?.more > 0 && h("p.hint", { key: "more" }, say("more_people", ui.people)),
		name && h("button.wide", { key: "walk-in", "aria-disabled": idle(app), onclick: () => walkIn(app, name) }, say("walk_in", { name })),
		h("button.wide.quiet", { key: "out", onclick: () => app.leave() }, say("out")),
	];
}

function waiting(app, { seat, name, asks }) {
	const { say } = app;
	return h("li.note", { key: seat },
		h("p", { dir: "auto" }, say(asks ? "waits_as" : "waits_new", { name, asks })),
		h("div.pair",
			h("button.wide", { "aria-label": `${say("no")}: ${name}`, "aria-disabled": idle(app), onclick: () => app.press("decline", { seat }) }, say("no")),
			h("button.wide.main", { "aria-label": `${say("yes")}: ${name}`, "aria-disabled": idle(app), onclick: () => app.press("admit", { seat }) }, say("yes"))));
}

function row(app, person) {
	const { say } = app;
	const { name, here, came } = person;
	const how = here ? say("here_since", { time: hour(came) }) : say(came ? "left" : "not_here");
	return h("li.person", { key: person.id },
		h("span.words", h("b", { dir: "auto" }, name), h("span.hint", how)),
		h("button.sign-in", { "aria-label": say(here ? "sign_out_who" : "sign_in_who", person), "aria-disabled": idle(app), class: here ? "" : "main", onclick: () => sign(app, person) }, say(here ? "sign_out" : "sign_in")));
}

async function sign(app, { id, name, here }) {
	if (await app.press(here ? "sign_out" : "sign_in", { attendee: id })) app.tell(app.say(here ? "signed_out" : "signed_in", { name }));
}

async function walkIn(app, name) {
	if (!(await app.press("walk_in", { name }))) return;
	app.tell(app.say("signed_in", { name }));
	document.getElementById("person").value = "";
	app.find("");
}

/** Enter signs in the first one who is not here. */
function enter(app, event) {
	event.preventDefault();
	const first = (app.ui.people?.people || []).find(({ here }) => !here);
	if (first && app.ui.typed.trim()) sign(app, first);
}
