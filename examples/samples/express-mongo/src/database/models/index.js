'use strict';

const { connection } = require('../connection');
const defineAuthor = require('./author.model');
const defineGenre = require('./genre.model');
const defineBook = require('./book.model');
const defineCopyRecord = require('./copy-record.model');
const defineMember = require('./member.model');
const defineLoan = require('./loan.model');
const defineReservation = require('./reservation.model');

module.exports = {
  Author: defineAuthor(connection),
  Genre: defineGenre(connection),
  Book: defineBook(connection),
  CopyRecord: defineCopyRecord(connection),
  Member: defineMember(connection),
  Loan: defineLoan(connection),
  Reservation: defineReservation(connection),
};
