// Made by scripts/generate-examples.mjs; edit examples/models.
import type { ExampleModel } from './types';

export const clinic: ExampleModel = {
  name: 'clinic',
  title: 'Clinic',
  description: 'A small clinic',
  entityCount: 11,
  text: `# A small clinic. Notes and tasks are owned: each belongs to the caller who
# made it and does not exist for others, so the service verifies bearer tokens.
# Names are written as people say them; they are respelled for each language.
entities:
  - name: Practice
    description: A place where patients are seen.
    fields:
      - name: name
        type: string
        required: true
        unique: true
        maxLength: 120
        description: Name on the door.
        examples: [Harbour Practice, Hillside Practice, Station Practice]
      - name: opensAt
        type: time
        required: true
        description: Local time.
        examples: ['08:00:00', '09:30:00']
      - name: closesAt
        type: time
        required: true
        description: Local time.
        examples: ['17:00:00', '18:30:00']

  - name: Room
    description: A room of a practice.
    id: integer
    timestamps: false
    fields:
      - name: label
        type: string
        required: true
        maxLength: 20
        index: true
        description: 'Sign on the wall, such as "2\\B".'
        examples: ['1', '2\\B']
      - name: floor
        type: integer
        minimum: -5
        maximum: 60
        default: 0
        description: Zero is the ground floor.
    relations:
      - name: practice
        kind: manyToOne
        target: Practice
        required: true
        inverse: rooms
        onDelete: cascade
        description: Where it is.

  - name: Specialty
    description: A field of medicine.
    id: integer
    timestamps: false
    fields:
      - name: name
        type: string
        required: true
        unique: true
        maxLength: 80
        description: Name in the register.
        examples: [Cardiology, Dermatology, Paediatrics]

  - name: Clinician
    description: A doctor, nurse or therapist.
    softDelete: true
    fields:
      - name: name
        type: string
        required: true
        maxLength: 120
        searchable: true
        description: With title.
        examples: [Dr Imani Obi, Nurse Jo Park]
      - name: registration
        type: string
        required: true
        unique: true
        maxLength: 12
        pattern: '^[A-Z]{2}-[0-9]{4,8}$'
        description: Number in the public register.
        examples: [MD-10234, MD-10235, NR-55010]
      - name: email
        type: email
        required: true
        unique: true
        description: Address at work.
    relations:
      - name: practice
        kind: manyToOne
        target: Practice
        required: true
        inverse: clinicians
        onDelete: restrict
        description: Where they work most.
      - name: specialties
        kind: manyToMany
        target: Specialty
        inverse: clinicians
        description: What they are registered for.
      - name: supervisor
        kind: manyToOne
        target: Clinician
        inverse: trainees
        onDelete: setNull
        description: Who signs for a trainee.

  - name: Patient
    description: Someone who is or was treated here.
    softDelete: true
    fields:
      - name: number
        type: bigInteger
        required: true
        unique: true
        minimum: 1
        description: Number in the national health register.
        examples: ['9434765919', '9434765870', '9434765828']
      - name: name
        type: string
        required: true
        maxLength: 120
        searchable: true
        index: true
        description: Full name.
        examples: [Lena Fischer, Marco Rossi]
      - name: bornOn
        type: date
        required: true
        index: true
        description: Date of birth.
      - name: email
        type: email
        description: For reminders.
      - name: consents
        type: object
        description: What the patient has agreed to.
        fields:
          - { name: reminders, type: boolean, required: true }
          - { name: research, type: boolean, required: true }
          - { name: signedOn, type: date, required: true }
    relations:
      - name: usualClinician
        kind: manyToOne
        target: Clinician
        inverse: patients
        onDelete: setNull
        description: Whom they ask for.

  - name: Appointment
    description: A time that is kept free for a patient.
    fields:
      - name: startsAt
        type: dateTime
        required: true
        index: true
        description: Begin.
      - name: minutes
        type: integer
        required: true
        minimum: 5
        maximum: 480
        default: 20
        description: Planned length.
      - name: status
        type: enum
        values: [booked, arrived, done, missed, cancelled]
        default: booked
        required: true
        index: true
        description: State as the front desk sees it.
      - name: reason
        type: text
        maxLength: 2000
        searchable: true
        description: In the patient's own words.
    relations:
      - name: patient
        kind: manyToOne
        target: Patient
        required: true
        inverse: appointments
        onDelete: restrict
        description: Who comes.
      - name: clinician
        kind: manyToOne
        target: Clinician
        required: true
        inverse: appointments
        onDelete: restrict
        description: Who sees them.
      - name: room
        kind: manyToOne
        target: Room
        onDelete: setNull
        description: Where; given out in the morning.

  - name: Lab result
    description: A value that the laboratory sent.
    fields:
      - name: code
        type: string
        required: true
        maxLength: 10
        index: true
        pattern: '^[0-9]{1,7}-[0-9]$'
        description: LOINC code of the test.
        examples: [718-7, 2345-7]
      - name: value
        type: decimal
        precision: 18
        scale: 6
        required: true
        description: Measured value, as many digits as the machine gives.
        examples: ['13.200000', '5.400000']
      - name: unit
        type: string
        required: true
        maxLength: 20
        description: UCUM unit.
        examples: [g/dL, mmol/L]
      - name: takenAt
        type: dateTime
        required: true
        index: true
        description: When the sample was taken.
      - name: raw
        type: json
        description: The message as it came.
    relations:
      - name: patient
        kind: manyToOne
        target: Patient
        required: true
        inverse: labResults
        onDelete: restrict
        description: Whose sample it was.
      - name: appointment
        kind: manyToOne
        target: Appointment
        inverse: labResults
        onDelete: setNull
        description: The visit at which it was taken.

  - name: Prescription
    description: A medicine that a clinician has ordered for a patient.
    fields:
      - name: medicine
        type: string
        required: true
        maxLength: 160
        searchable: true
        description: Generic name.
        examples: [Amoxicillin, Ibuprofen]
      - name: dose
        type: string
        required: true
        maxLength: 80
        description: |-
          As the label says it, for example
          "1 tablet, 3 x daily".
        examples: ['1 tablet, 3 x daily', 5 ml at night]
      - name: startsOn
        type: date
        required: true
        index: true
        description: First day.
      - name: endsOn
        type: date
        description: Last day; empty for long-term medicine.
      - name: warnings
        type: array
        maxItems: 10
        items: { type: string, maxLength: 200 }
        description: Printed on the label.
    relations:
      - name: patient
        kind: manyToOne
        target: Patient
        required: true
        inverse: prescriptions
        onDelete: restrict
        description: Who takes it.
      - name: prescriber
        kind: manyToOne
        target: Clinician
        required: true
        onDelete: restrict
        description: Who ordered it.
      - name: replaces
        kind: oneToOne
        target: Prescription
        inverse: replacedBy
        onDelete: setNull
        description: The prescription that this one takes the place of.

  - name: Equipment
    plural: Equipment items
    description: A device that has to be serviced.
    fields:
      - name: serial
        type: string
        required: true
        unique: true
        maxLength: 60
        description: Serial number on the plate.
        examples: [ECG-0001, ECG-0002, US-0417]
      - name: manual
        type: uri
        description: Where the manual is kept.
      - name: servicedOn
        type: date
        index: true
        description: Last service.
      - name: externalId
        type: uuid
        unique: true
        description: Id in the asset register.
    relations:
      - name: room
        kind: manyToOne
        target: Room
        onDelete: setNull
        inverse: equipment
        description: Where it stands.

  - name: Note
    description: A clinician's private note about a patient. Only its author can read it.
    owned: true
    fields:
      - name: body
        type: text
        required: true
        maxLength: 10000
        searchable: true
        description: Markdown.
        examples: [Asked about sleep., Call again on Monday.]
      - name: pinned
        type: boolean
        default: false
        index: true
        description: Shown first.
    relations:
      - name: patient
        kind: manyToOne
        target: Patient
        required: true
        onDelete: cascade
        description: Whom it is about.

  - name: Task
    description: Something that the caller wants to be reminded of.
    owned: true
    softDelete: true
    fields:
      - name: title
        type: string
        required: true
        maxLength: 160
        searchable: true
        description: What is to be done.
        examples: [Call the lab, Sign the report]
      - name: dueOn
        type: date
        index: true
        description: Until when.
      - name: effort
        type: number
        minimum: 0
        maximum: 100
        default: 1
        description: Hours, roughly.
      - name: done
        type: boolean
        default: false
        index: true
        description: True when nothing is left of it.
    relations:
      - name: parent
        kind: manyToOne
        target: Task
        inverse: subtasks
        onDelete: cascade
        description: The task that this one is a part of.
      - name: patient
        kind: manyToOne
        target: Patient
        onDelete: setNull
        description: Whom it concerns, if anyone.
`,
};
