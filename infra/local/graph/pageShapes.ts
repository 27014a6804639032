// What a page may be made of when it is created or changed, as in Graph's sitePage and its canvas.
import { z } from 'zod';
import { typed } from './operation.ts';

// Graph docs, "Create a page", table of supported web parts: any other makes the call fail.
const webPartTypes = [
  'e377ea37-9047-43b9-8cdb-a761be2f8e09',
  '0f087d7f-520e-42b7-89c0-496aaf979d58',
  'df8e44e7-edd5-46d5-90da-aca1539313b8',
  '2161a1c6-db61-4731-b97c-3cdb303f7cbb',
  'b7dd04e1-19ce-4b24-9132-b60a1c2b910d',
  'd1d91016-032f-456d-98a4-721247c305e8',
  'af8be689-990e-492a-81f7-ba3e4cd3ed9c',
  '6410b3b6-d440-4663-8744-378976dc041e',
  'e84a8ca2-f63c-4fb9-bc0b-d8eef5ccb22b',
  '7f718435-ee4d-431c-bdbf-9c4ff326f46e',
  'c70391ea-0b10-4ee9-b2b4-006d3fcad0cd',
  '8654b779-4886-46d4-8ffb-b5ed960ee986',
  '544dd15b-cf3c-441b-96da-004d5a8cea1d',
  'cbe7b0a9-3504-44dd-a3a3-0e5cacd07788',
];

const pairs = z.array(z.strictObject({ key: z.string(), value: z.string().nullable() })).nullable();
const id = z.string().min(1).optional();

const textWebPart = z.strictObject({
  '@odata.type': typed('textWebPart'),
  id,
  innerHtml: z.string().nullable(),
});

const standardWebPart = z.strictObject({
  '@odata.type': typed('standardWebPart'),
  id,
  webPartType: z.enum(webPartTypes, 'is not among the web parts that Graph supports'),
  data: z.strictObject({
    dataVersion: z.string().nullable().optional(),
    title: z.string().nullable().optional(),
    description: z.string().nullable().optional(),
    properties: z.record(z.string(), z.unknown()).nullable().optional(),
    serverProcessedContent: z
      .strictObject({
        htmlStrings: pairs.optional(),
        imageSources: pairs.optional(),
        links: pairs.optional(),
        searchablePlainTexts: pairs.optional(),
      })
      .nullable()
      .optional(),
  }),
});

const emphasis = z.enum(['none', 'neutral', 'soft', 'strong']).optional();
const webparts = z.array(z.union([textWebPart, standardWebPart])).default([]);
const layouts = [
  'none',
  'oneColumn',
  'twoColumns',
  'threeColumns',
  'oneThirdLeftColumn',
  'oneThirdRightColumn',
  'fullWidth',
] as const;

const canvasLayout = z.strictObject({
  horizontalSections: z.array(
    z.strictObject({
      id,
      layout: z.enum(layouts),
      emphasis,
      columns: z.array(z.strictObject({ id, width: z.int().min(0).max(12).optional(), webparts })),
    }),
  ),
  verticalSection: z.strictObject({ id, emphasis, webparts }).nullable().optional(),
});

// An open type: the example of the reference sends more than the type lists (Graph docs, "Create a page").
const titleArea = z.looseObject({
  layout: z.enum(['imageAndTitle', 'plain', 'colorBlock', 'overlap']).optional(),
  textAlignment: z.enum(['left', 'center']).optional(),
  textAboveTitle: z.string().nullable().optional(),
  alternativeText: z.string().nullable().optional(),
  imageWebUrl: z.string().nullable().optional(),
  enableGradientEffect: z.boolean().nullable().optional(),
  showAuthor: z.boolean().nullable().optional(),
  showPublishedDate: z.boolean().nullable().optional(),
  showTextBlockAboveTitle: z.boolean().nullable().optional(),
});

const changeable = {
  description: z.string().nullable().optional(),
  promotionKind: z.enum(['page', 'newsPost', 'microsoftReserved']).optional(),
  showComments: z.boolean().nullable().optional(),
  showRecommendedPages: z.boolean().nullable().optional(),
  thumbnailWebUrl: z.string().nullable().optional(),
};

const others = { ...changeable, pageLayout: z.enum(['article', 'home', 'microsoftReserved']).optional() };

// SharePoint's own rule for file names; pages end in .aspx (unverified for this call).
const pageName = z.string().regex(/^[^"*:<>?/\\|#%]{1,120}\.aspx$/, 'must be a file name ending in .aspx');

const changes = {
  '@odata.type': typed('sitePage'),
  canvasLayout: canvasLayout.optional(),
  titleArea: titleArea.optional(),
};

export const newPage = z.strictObject({
  ...changes,
  ...others,
  name: pageName,
  title: z.string().min(1).max(255),
});
export type NewPage = z.infer<typeof newPage>;

// Graph docs, "Update sitePage", table of the fields that can be sent: neither the name nor the layout is among them.
export const changedPage = z.strictObject({
  ...changes,
  ...changeable,
  title: z.string().min(1).max(255).optional(),
});
export type ChangedPage = z.infer<typeof changedPage>;
export type Canvas = z.infer<typeof canvasLayout>;
export const otherProperties = Object.keys(others);
