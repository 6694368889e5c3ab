import { lineOf } from '../../src/cli/answer-line.ts';
import { answerer } from '../../src/policy/answers/answerer.ts';
import type { Pack } from '../../src/policy/standing.ts';
import type { Given, Kept } from './judge.ts';
import { today } from './packs.ts';
import { miniSearchPeer, nodeNlpPeer, type Peer } from './peers.ts';

/** Something that answers a school's questions. */
export type System = { readonly name: string; ask(question: Kept): Promise<Given> | Given };

/** Lantern as `lantern ask --jsonl` answers. */
export function lantern(pack: Pack): System {
  const answer = answerer(pack);
  return {
    name: 'lantern',
    ask({ question, role }) {
      const line = lineOf(answer({ text: question, role }, today), role);
      const rule = pack.rules.find(({ id }) => id === line.rule);
      const sections = rule ? rule.clauses.map(({ section }) => section) : [line.citation?.section ?? ''];
      return { answered: line.answered, text: line.answer, sections, cited: line.citation !== null };
    },
  };
}

/** The peers on the same rules. They know no roles; a pupil gets the pupil's words where there are any. */
export async function peers(pack: Pack): Promise<readonly System[]> {
  return [miniSearchPeer(pack), await nodeNlpPeer(pack)].map(fromPeer);
}

function fromPeer(peer: Peer): System {
  return {
    name: peer.name,
    async ask({ question, role }) {
      const rule = await peer.find(question);
      if (!rule) return { answered: false, text: '', sections: [], cited: false };
      const text = (role === 'pupil' && rule.pupil) || (role === 'parent' && rule.parent) || rule.answer;
      return { answered: true, text, sections: rule.clauses.map(({ section }) => section), cited: true };
    },
  };
}
