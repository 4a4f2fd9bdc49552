// Made by scripts/generate-examples.mjs; edit examples/models.
import type { ExampleModel } from './types';

export const library: ExampleModel = {
  name: 'library',
  title: 'Library',
  description: 'A public library',
  entityCount: 7,
  text: `# A public library: seven entities, each relation kind, a tree of genres.
entities:
  - name: Author
    description: A person who wrote at least one of our books.
    fields:
      - name: name
        type: string
        required: true
        maxLength: 160
        searchable: true
        index: true
        description: 'Family name first, as on the spine: "Le Guin, Ursula K."'
        examples: ['Le Guin, Ursula K.', 'Borges, Jorge Luis']
      - name: bornOn
        type: date
        minimum: '1000-01-01'
        description: Date of birth, where it is known.
      - name: website
        type: uri
        description: Page of the author or of the estate.

  - name: Genre
    description: A shelf mark. Genres form a tree.
    id: integer
    timestamps: false
    fields:
      - name: name
        type: string
        required: true
        unique: true
        maxLength: 80
        description: Name on the shelf.
        examples: [Fiction, Science fiction, Poetry]
    relations:
      - name: parent
        kind: manyToOne
        target: Genre
        inverse: subgenres
        onDelete: restrict
        description: The wider genre; none at the top of the tree.

  - name: Book
    description: A title, whatever the number of copies we hold of it.
    fields:
      - name: isbn
        type: string
        required: true
        unique: true
        minLength: 13
        maxLength: 13
        pattern: '^97[89]\\d{10}$'
        description: ISBN-13 without hyphens.
        examples: ['9780441478125', '9780811200127', '9780140449136']
      - name: title
        type: string
        required: true
        maxLength: 250
        searchable: true
        index: true
        description: Title as on the title page.
        examples: [The Left Hand of Darkness, Labyrinths, The Odyssey]
      - name: summary
        type: text
        searchable: true
        description: What it is about, without the ending.
      - name: publishedOn
        type: date
        index: true
        description: Date of this edition.
      - name: pages
        type: integer
        minimum: 1
        maximum: 20000
        description: Number of the last printed page.
      - name: language
        type: string
        required: true
        minLength: 2
        maxLength: 2
        pattern: '^[a-z]{2}$'
        default: en
        index: true
        description: ISO 639-1 code.
        examples: [en, es, el]
    relations:
      - name: authors
        kind: manyToMany
        target: Author
        inverse: books
        description: Everyone named on the title page.
      - name: genre
        kind: manyToOne
        target: Genre
        required: true
        onDelete: restrict
        description: Where it stands.

  - name: Copy
    plural: Copies
    description: One physical volume of a book.
    fields:
      - name: barcode
        type: string
        required: true
        unique: true
        maxLength: 20
        pattern: '^[0-9]{6,20}$'
        description: Digits under the bars of the sticker.
        examples: ['30001234', '30001235', '30001236']
      - name: condition
        type: enum
        values: [new, good, worn, damaged]
        default: new
        index: true
        description: State at the last return.
      - name: acquiredOn
        type: date
        required: true
        description: Day on which it came to us.
    relations:
      - name: book
        kind: manyToOne
        target: Book
        required: true
        onDelete: cascade
        inverse: copies
        description: The title of which this is a copy.

  - name: Member
    description: A holder of a library card.
    softDelete: true
    fields:
      - name: cardNumber
        type: bigInteger
        required: true
        unique: true
        minimum: '1000000000'
        maximum: '9999999999'
        description: Ten digits on the card.
        examples: ['2000000017', '2000000025', '2000000033']
      - name: name
        type: string
        required: true
        maxLength: 160
        searchable: true
        description: Name as in the passport.
        examples: [Ada Okafor, Bruno Silva]
      - name: email
        type: email
        required: true
        unique: true
        description: Reminders go here.
      - name: receivesReminders
        type: boolean
        default: true
        description: Two days before a loan is due.
    relations:
      - name: favourites
        kind: manyToMany
        target: Book
        inverse: fans
        description: The member's own list.

  - name: Loan
    description: One copy in the hands of one member, now or once.
    fields:
      - name: lentAt
        type: dateTime
        required: true
        index: true
        description: Moment of the scan at the desk.
      - name: dueOn
        type: date
        required: true
        index: true
        description: Last day without a fine.
      - name: returnedAt
        type: dateTime
        description: Empty while the loan is open.
      - name: fine
        type: decimal
        precision: 8
        scale: 2
        minimum: 0
        default: '0.00'
        description: Euro, settled or not.
    relations:
      - name: copy
        kind: manyToOne
        target: Copy
        required: true
        onDelete: restrict
        description: What was lent.
      - name: member
        kind: manyToOne
        target: Member
        required: true
        onDelete: restrict
        inverse: loans
        description: Who has it.

  - name: Reservation
    description: A member's claim to the next copy of a book that comes back.
    fields:
      - name: expiresOn
        type: date
        required: true
        index: true
        description: The claim ends on this day.
    relations:
      - name: book
        kind: manyToOne
        target: Book
        required: true
        onDelete: cascade
        description: The title that is waited for.
      - name: member
        kind: manyToOne
        target: Member
        required: true
        onDelete: cascade
        description: Who waits.
      - name: filledBy
        kind: oneToOne
        target: Copy
        onDelete: setNull
        inverse: heldFor
        description: The copy that is held at the desk.
`,
};
