// Alderbrook, an invented company: its offices and the forty people who work there.

export const COMPANY = 'Alderbrook';
export const DOMAIN = 'alderbrook.example';
export const PROGRAMME_TEAM = `Learning at ${COMPANY}`;

export const TIME_ZONES: Record<string, string> = {
  Berlin: 'Europe/Berlin',
  Dublin: 'Europe/Dublin',
  Madrid: 'Europe/Madrid',
  Paris: 'Europe/Paris',
  Bengaluru: 'Asia/Kolkata',
};

/** When people work, by office; their own clock. */
export const HOURS: Record<string, { from: string; to: string }> = {
  Berlin: { from: '09:00', to: '17:00' },
  Dublin: { from: '09:00', to: '17:30' },
  Madrid: { from: '09:00', to: '18:00' },
  Paris: { from: '09:00', to: '18:00' },
  Bengaluru: { from: '10:00', to: '19:00' },
};

/** An area has a meeting of its own, and everyone something else. */
const AREAS = ['Engineering', 'Sales', 'Finance', 'Operations', 'Marketing', 'People & Culture'];

export const weeklyOf = (area: string, at: number): { day: number; from: string; to: string }[] => [
  { day: 1 + (AREAS.indexOf(area) % 5), from: '10:00', to: '11:30' },
  { day: 1 + (at % 5), from: '14:00', to: '15:00' },
];

export interface Row {
  name: string;
  jobTitle: string;
  area: string;
  office: string;
  language: string;
  supervisor: string;
}

// name | job title | area | office | language | supervisor
const PEOPLE = `
Maren Falk          | Managing Director            | Operations               | Berlin    | en-GB |
Tobias Reinhardt    | Head of Engineering          | Engineering              | Berlin    | de-DE | Maren Falk
Orla Brennan        | Head of Sales                | Sales                    | Dublin    | en-IE | Maren Falk
Hélène Marchand     | Head of Finance              | Finance                  | Paris     | fr-FR | Maren Falk
Íñigo Salvatierra   | Head of Operations           | Operations               | Madrid    | es-ES | Maren Falk
Ciara Dunne         | Head of People               | People & Culture         | Dublin    | en-IE | Maren Falk
Lucas Perrin        | Head of Marketing            | Marketing                | Paris     | en-GB | Maren Falk
Anja Vogt           | Senior Learning Partner      | People & Culture         | Berlin    | en-GB | Ciara Dunne
Rafael Ortuño       | Learning Partner             | People & Culture         | Madrid    | en-GB | Ciara Dunne
Niamh Kavanagh      | Talent Partner               | People & Culture         | Dublin    | en-IE | Ciara Dunne
Camille Rousset     | Junior Recruiter             | People & Culture         | Paris     | fr-FR | Ciara Dunne
Jonas Weidner       | Senior Systems Administrator | Engineering              | Berlin    | en-GB | Tobias Reinhardt
Priya Raghunathan   | Senior Engineering Manager   | Engineering              | Bengaluru | en-IN | Tobias Reinhardt
Arjun Menon         | Software Engineer            | Engineering              | Bengaluru | en-IN | Priya Raghunathan
Kavya Shetty        | Junior Software Engineer     | Engineering              | Bengaluru | en-IN | Priya Raghunathan
Rohan Deshpande     | Senior Test Engineer         | Engineering              | Bengaluru | en-IN | Priya Raghunathan
Lena Hartwig        | Senior Software Engineer     | Engineering              | Berlin    | de-DE | Tobias Reinhardt
Emre Aksoy          | Software Engineer            | Engineering              | Berlin    | en-GB | Tobias Reinhardt
Sofía Ledesma       | Software Engineer            | Engineering              | Madrid    | es-ES | Tobias Reinhardt
Théo Lambert        | Junior Software Engineer     | Engineering              | Paris     | fr-FR | Tobias Reinhardt
Declan Farrell      | Senior Account Manager       | Sales                    | Dublin    | en-IE | Orla Brennan
Aoife Nolan         | Account Manager              | Sales                    | Dublin    | en-IE | Orla Brennan
Katrin Sommer       | Account Manager              | Sales                    | Berlin    | de-DE | Orla Brennan
Mateo Iribarren     | Account Manager              | Sales                    | Madrid    | en-GB | Orla Brennan
Inès Delacroix      | Junior Account Manager       | Sales                    | Paris     | en-GB | Orla Brennan
Sanjay Kulkarni     | Senior Sales Analyst         | Sales                    | Bengaluru | en-IN | Orla Brennan
Benoît Carlier      | Senior Controller            | Finance                  | Paris     | en-GB | Hélène Marchand
Frauke Lindner      | Accountant                   | Finance                  | Berlin    | de-DE | Hélène Marchand
Pilar Quintana      | Accountant                   | Finance                  | Madrid    | en-GB | Hélène Marchand
Eoin Gallagher      | Financial Analyst            | Finance                  | Dublin    | en-IE | Hélène Marchand
Meera Subramanian   | Junior Financial Analyst     | Finance                  | Bengaluru | en-IN | Hélène Marchand
Nuria Cabrales      | Senior Operations Manager    | Operations               | Madrid    | es-ES | Íñigo Salvatierra
Holger Brandt       | Operations Manager           | Operations               | Berlin    | en-GB | Íñigo Salvatierra
Sinéad Corrigan     | Supply Planner               | Operations               | Dublin    | en-IE | Íñigo Salvatierra
Álvaro Benítez      | Junior Supply Planner        | Operations               | Madrid    | en-GB | Nuria Cabrales
Vikram Iyer         | Logistics Analyst            | Operations               | Bengaluru | en-IN | Nuria Cabrales
Margaux Tessier     | Senior Campaign Manager      | Marketing                | Paris     | fr-FR | Lucas Perrin
Saoirse Keane       | Campaign Manager             | Marketing                | Dublin    | en-IE | Lucas Perrin
Felix Oberländer    | Content Editor               | Marketing                | Berlin    | en-GB | Lucas Perrin
Daniela Requena     | Junior Content Editor        | Marketing                | Madrid    | en-GB | Lucas Perrin
`;

export const FACILITATORS = ['Anja Vogt', 'Rafael Ortuño'];
export const ADMINISTRATORS = ['Jonas Weidner'];

/** Who is in the programme's team from the start; the facilitators own it. */
export const TEAM_MEMBERS = [
  'Niamh Kavanagh',
  'Lena Hartwig',
  'Arjun Menon',
  'Sofía Ledesma',
  'Declan Farrell',
  'Inès Delacroix',
  'Eoin Gallagher',
  'Holger Brandt',
];

export function rows(): Row[] {
  return PEOPLE.trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([name = '', jobTitle = '', area = '', office = '', language = '', supervisor = '']) => ({
      name,
      jobTitle,
      area,
      office,
      language,
      supervisor,
    }));
}

/** The level of a job, read from its title as the company's job-title table would say it. */
export function levelOf(jobTitle: string): 'junior' | 'professional' | 'senior' | 'head' {
  if (/^(Head|Managing)\b/.test(jobTitle)) return 'head';
  if (jobTitle.startsWith('Senior ')) return 'senior';
  return jobTitle.startsWith('Junior ') ? 'junior' : 'professional';
}

/** Letters that a mail address has: `Íñigo Salvatierra` becomes `inigo.salvatierra`. */
export const mailNameOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
