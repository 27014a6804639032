// Sentences about communities of practice; the company has one for sales and one for people & culture.
import type { Lines } from './lines.ts';

export const sales = '00000000-0000-4000-8000-0000000000a1';
export const culture = '00000000-0000-4000-8000-0000000000a2';

export const community: Lines = {
  found_community: [
    'start a community',
    'found a community of practice',
    ['start a community for machining', { area: 'machining' }],
    ['create a new machining community', { area: 'machining' }],
  ],
  join_community: [
    'join the community',
    ['join the sales community', { community: sales }],
    ['join the community of practice for People & Culture', { community: culture }],
  ],
  leave_community: ['leave the community', ['leave the sales community', { community: sales }]],
  list_communities: [
    'communities',
    'which communities are there?',
    'show me the communities of practice',
    ['sales community', { community: sales }],
  ],
  ask_community: [
    [
      'ask sales: how do you prepare a first call?',
      { community: sales, text: 'how do you prepare a first call?' },
    ],
    ['ask the sales community how you prepare a call', { community: sales, text: 'how you prepare a call' }],
    'ask the community',
  ],
  share_tip: [
    ['tip for sales: call before ten', { community: sales, text: 'call before ten' }],
    ['tip: call before ten', { text: 'call before ten' }],
    'share a tip',
  ],
  search_community: [['search sales for first call', { community: sales, text: 'first call' }]],
  under_community: [['put our group under sales', { community: sales }]],
  topic_under_community: [
    ['put the topic negotiation under sales', { topic: 'negotiation', community: sales }],
    ['put the topic negotiation under our community', { topic: 'negotiation' }],
  ],
  topic_out_of_community: [
    ['take the topic negotiation out of sales', { topic: 'negotiation', community: sales }],
  ],
  out_of_community: [
    ['take our group out of sales', { community: sales }],
    'take our group out of the community',
  ],
  show_digest: ['what is new in my communities', 'digest'],
  stop_digest: ['stop the digest', 'no more weekly digest'],
  resume_digest: ['send me the digest again', 'turn the digest on again'],
};
