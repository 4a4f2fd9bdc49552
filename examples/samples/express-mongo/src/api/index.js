'use strict';

const express = require('express');
const authorRoutes = require('./v1/routes/author.routes');
const genreRoutes = require('./v1/routes/genre.routes');
const bookRoutes = require('./v1/routes/book.routes');
const copyRecordRoutes = require('./v1/routes/copy-record.routes');
const memberRoutes = require('./v1/routes/member.routes');
const loanRoutes = require('./v1/routes/loan.routes');
const reservationRoutes = require('./v1/routes/reservation.routes');

const router = express.Router();

router.use('/api/v1/authors', authorRoutes);
router.use('/api/v1/genres', genreRoutes);
router.use('/api/v1/books', bookRoutes);
router.use('/api/v1/copies', copyRecordRoutes);
router.use('/api/v1/members', memberRoutes);
router.use('/api/v1/loans', loanRoutes);
router.use('/api/v1/reservations', reservationRoutes);

module.exports = router;
