// The question the room is on: counts by source as they come in, hands, closing and the answer.

import { h } from "../dom.js";
import { idle } from "./stage.js";

export function vote(app) {
	const { say, model } = app;
	const { vote: told } = model;
	return h("div.vote", { key: "vote" },
		h("h2", told.vote > 1 ? say("vote_again_number", told) : say("vote"), ": ", say(told.state)),
		h("p.answered", say(told.here ? "answered" : "answered_all", told)),
		h("p.hint", say("sources", told), told.declined > 0 && ` · ${say("declined", told)}`),
		told.choices.length > 0 && h("ul.counts", told.choices.map((choice, at) => row(app, choice, at))),
		told.move && h("p.note", say(`move_${told.move}`, { share: Math.round(told.share * 100) })),
		h("div.acts", acts(app)),
	);
}

function row(app, choice, at) {
	const { say, model, ui } = app;
	const { vote: told } = model;
	const hands = ui.hands[at] ?? choice.hands;
	const all = choice.phones + choice.paper + hands;
	const share = told.answered ? all / told.answered : 0;
	return h("li", { key: at },
		h("div.counted",
			h(`span.letter${choice.right ? ".is" : ""}`, { "aria-hidden": "true" }, choice.letter),
			h("span.words", h("span.heard", `${choice.letter}: `), h("span", { lang: model.lang, dir: "auto" }, choice.text), choice.right && h("b.is-right", ` ${say("right")}`)),
			h("b.all", all)),
		h("svg.gauge", { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }, h("rect", { width: Math.min(share, 1) * 100, height: 4 })),
		h("div.sources", h("span.hint", say("by", choice)), told.by_hand && (told.state === "open" ? counter(app, choice, at, hands) : h("span.hint", `${say("hands_of", choice)}: ${hands}`))),
	);
}

function counter(app, choice, at, hands) {
	const { say } = app;
	const values = { letter: choice.letter };
	return h("span.counter",
		h("button.arrow", { key: "fewer", "aria-label": say("fewer", values), onclick: () => app.count(at, hands - 1) }, "−"),
		h("input", { key: "hands", "aria-label": say("hands_of", values), inputmode: "numeric", maxlength: 3, value: hands, onchange: ({ target }) => app.count(at, Number.parseInt(target.value, 10)) }),
		h("button.arrow", { key: "more", "aria-label": say("more", values), onclick: () => app.count(at, hands + 1) }, "+"),
	);
}

function acts(app) {
	const { say, model } = app;
	const { vote: told } = model;
	const act = (name, action, kind = "") => h("button.wide", { key: name, class: kind, "aria-disabled": idle(app), onclick: () => app.press(action) }, say(name));
	if (told.state === "open") return [act("close", "close", "main"), told.can_undo && act("undo", "undo")];
	if (told.state === "closed") return [told.can_reveal && act("reveal", "reveal", told.move === "reveal" ? "main" : ""), act("again", "open", told.move === "talk" ? "main" : "")];
	return [];
}
