// Words that English templates share, by what they mean.
export const vocabulary = {
  nr: 'number|no|nr|num',
  show: `show|show me|list|list me|see|view|display|open|give me|tell me|get|check|look at|read|
    browse|find|bring up|pull up|send|send me|what are|which are|what is|where are|where is|
    where do i find|where can i find|where can i see|i want to see|remind me of`,
  the: `the|our|my|all|all the|all my|all our|all of our|these|this|your|any|a|an|some|me the|
    me my`,
  group: 'group|learning group|peer group|peer learning group|circle|team|learning circle',
  objective: 'objective|learning objective|personal objective|aim|learning aim',
  objectives: 'objectives|objective|learning objectives|personal objectives|aims|learning aims',
  shared: 'shared|group|common|joint|team|collective',
  discussion: 'discussion|group discussion|discussion meeting|review meeting',
  book: `schedule|reschedule|book|plan|set up|arrange|organise|fix|set|make|put|propose|suggest|
    move|postpone|shift|have|hold|do|find a time for|find a date for|find a slot for|
    agree on a time for|plan in`,
  reminders: 'reminders|reminder|notifications|nudges|messages|weekly reminders|reminder emails',
  finished: 'done|finished|completed|complete|through|taken|done with|finished with|through with|over',
  did: 'did|finished|completed|took|have done|have finished|have completed|have taken',
  course: 'course|training|online course|e learning|cbt|module|class',
  courses: 'courses|trainings|training|online courses|materials|learning materials|modules|classes',
  use: 'apply|use|try|try out|practise|test|put into practise',
  it: `it|this|that|what we learn|what we learned|what we learnt|what i learn|what i learned|
    what i learnt|the learning|our learning`,
  data: `data|my data|personal data|my personal data|my information|information about me|
    data about me|my records|everything about me|everything you know about me|everything you have on me|
    all my data|all of my data|all data about me|what you know about me|what you have on me|
    what you stored about me|the data you have about me|a copy of my data`,
} as const;
