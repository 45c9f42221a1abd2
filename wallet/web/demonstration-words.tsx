import { catalogue } from '#web'

/** The page of people to look at. Who they are, and what there is to see, is English data of the examples. */
export const demonstrationWords = catalogue({
  en: {
    title: 'People to look at',
    lead: 'Each has a passport of their own. Choose what you want to see; you then sign in as that person.',
    notReal:
      'These people are not real, and neither is anybody who awarded them anything. Whoever opens this page can sign in as each of them. It exists in the demonstration only.',
    passport: (name: string) => (
      <>
        Passport<span class="unseen"> of {name}</span>
      </>
    ),
  },
  cy: {
    title: 'Pobl i edrych arnynt',
    lead: 'Mae gan bob un ei basbort ei hun. Dewiswch beth yr hoffech ei weld; yna byddwch yn mewngofnodi fel y person hwnnw.',
    notReal:
      'Nid yw’r bobl hyn yn rhai go iawn, ac nid yw neb a ddyfarnodd unrhyw beth iddynt ychwaith. Gall pwy bynnag sy’n agor y dudalen hon fewngofnodi fel pob un ohonynt. Dim ond yn yr arddangosiad y mae’n bodoli.',
    passport: (name: string) => (
      <>
        Pasbort<span class="unseen"> {name}</span>
      </>
    ),
  },
})
