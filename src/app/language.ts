/** In which language the page speaks: that of its address, else that of the site. */
import { useEffect, useState } from 'react';
import { type Language, language } from '../model/writing/language.ts';
import { chooseWords } from '../text/words.ts';

/** The language whose words are there; the one asked for follows as soon as its words have come. */
export function useLanguage(asked: Language): Language {
  const [spoken, setSpoken] = useState(language);
  useEffect(() => {
    void speak(asked).then(setSpoken);
  }, [asked]);
  return spoken;
}

/** Chooses the language of everything drawn from now on; resolves to the one that is spoken then. */
export async function speak(asked: Language): Promise<Language> {
  await chooseWords(asked).catch(() => {}); // a lost network: the words that are there stay
  document.documentElement.lang = language();
  return language();
}
