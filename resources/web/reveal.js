// The answer: said by a tick, a word and a colour, what the room chose, and why. Nobody is blamed.

import { h } from "./dom.js";
import { choiceText } from "./frame.js";
import { tick } from "./signs.js";

/** What follows a question's text once the facilitator has revealed the answer. */
export function revealed(app, item) {
	const shown = { rating: [bars], words: [cloud], order: [order] }[item.kind] || [answerLine, bars];
	return [shown.map((part) => part(app, item)), ownWords(app, item), why(app, item)];
}

function answerLine(app, item) {
	const letters = item.reveal.right.map((at) => item.choices[at].letter).join(", ");
	return letters && h("p.answer", app.say("the_answer_is", { letters }));
}

function bars(app, item) {
	const { counts, total, right } = item.reveal;
	const { value, choices = [] } = app.answerTo(item).answer || {};
	const own = (at) => value === at + 1 || choices.includes(at);
	const draw = (row, at) => bar(app, row, { count: counts[at], total, right: right.includes(at), mine: own(at) });
	return h("ul.results", { "aria-label": app.say("the_room") }, item.choices.map(draw));
}

function bar(app, row, { count, total, right, mine }) {
	const { say } = app;
	const marks = [right && h("span.is-right", tick(), say("right_answer")), mine && h("span.mine", say("your_answer"))];
	return h("li.result", { class: right ? "right" : "", key: row.letter },
		h("span.letter", row.letter),
		h("div.words",
			row.text && choiceText(app, row),
			marks.some(Boolean) && h("p.marks", marks),
			total > 0 && h("p.bar", gauge(count / total), h("span.count", say("count_of", { count, total }))),
		),
	);
}

function gauge(share) {
	const width = Math.round(share * 1000) / 10;
	const shape = { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" };
	return h("svg.gauge", shape, h("rect", { width, height: 12 }));
}

function order(app, item) {
	const row = (at, place) => bar(app, { letter: place + 1, text: item.choices[at].text }, { count: item.reveal.counts[at], total: item.reveal.total });
	return [h("h2", app.say("right_order")), h("ol.results", item.reveal.order.map(row))];
}

function cloud(app, item) {
	const word = ({ text, people }) => h(`li.big-${Math.min(3, Math.ceil(people / 2))}`, { dir: "auto" }, text);
	return item.reveal.words.length > 0 && [h("h2", app.say("the_room")), h("ul.cloud", app.deck, item.reveal.words.map(word))];
}

function ownWords(app, item) {
	const text = app.answerTo(item).answer?.text;
	return text && [h("h2", app.say("your_words")), h("p.quote", { dir: "auto" }, text)];
}

function why(app, item) {
	const { explanation, feedback, was_right: right } = item.reveal;
	if (!explanation && !feedback) return null;
	const kind = { true: "kind_right", false: "kind_other" }[right] || "kind_skipped";
	return h("div.why", h("p.kind", app.say(kind)), feedback && h("p", app.deck, feedback), explanation && h("p", app.deck, explanation));
}
